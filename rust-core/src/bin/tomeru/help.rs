// SPDX-License-Identifier: Apache-2.0
//! What `--help` shows.

pub(crate) const HELP: &str = "\
Usage: tomeru check [OPTIONS] NUMBER...      what a network shows of a caller: read strictly
       tomeru check --typed [OPTIONS] NUMBER...   what a person wrote: read kindly
       tomeru check --stdin [OPTIONS]        one number a line, or a table: its column of numbers is found
       tomeru list [OPTIONS] FILE | -        what an import of the file would take, and why not (exit code 1: refused)
       tomeru report [OPTIONS] FILE | -      what a call log says, of any size: shares by origin, kind, country, hour and
                                             day, forged numbers, the numbers that call most. A table (CSV and the
                                             like), calls.xml of SMS Backup & Restore, Master.csv of Asterisk
       tomeru text [OPTIONS] TEXT...         the number that a message is about
       tomeru same [OPTIONS] STORED NUMBER   whether a contact is the caller, and why (exit code 0: yes, 1: no)
       tomeru same --stdin [OPTIONS]         the same for lines of STORED, a tab, NUMBER
       tomeru plan JP | +81 | 81             what the table knows of a region or a country code
       tomeru --version | --help

Options:
  --json               one object a line
  --tsv                a table (check)
  --csv, --svg         a table; a page of charts to print (report)
  --column NAME|N      the column of a table that has the numbers (check --stdin, report)
  --top N              how many numbers are shown, 20 if not told (report)
  --zone +09:00        where times are meant that count from 1970 or have a zone of their own; if not told, Japan's for
                       --home JP, and UTC for others (report)
  --numbers            only the numbers that are taken, one a line (list)
  --home JP            the region that the phone belongs to (ISO 3166-1 alpha-2)
  --network JP         the region whose network it is in
  --preset stop|warn|known
                       how the phone is protected
  --settings FILE      decide by the settings in a file that the app wrote

Exit codes:
  0                    all went well; same: the contact is the caller
  1                    list: the file is refused; check --stdin and report: most rows have no number; report: the log is
                       damaged, and what came before is shown; same: not the caller; or something is not there
  2                    the words make no sense

Examples:
  tomeru check '+1800335814321*' 0018442980122 sip:+639171234567@example.com
  tomeru check --typed --json '+33 (0)1 23 45 67 89'
  tomeru check --settings backup.json +18442980122
  tomeru check --stdin --column src <log.csv
  tomeru list --home US blocked.csv
  tomeru report --svg calls.xml >calls.svg
  tomeru text '12月1日(火)10:30 着信 +639171234567'
  tomeru same '+44 (0)20 7946 0018' +442079460018";
