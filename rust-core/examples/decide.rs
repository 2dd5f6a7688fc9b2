// SPDX-License-Identifier: Apache-2.0
//! What happens to calls, and why. `cargo run --example decide` prints:
//!
//! ```text
//! a stranger from abroad: reject (international)
//! the same, in the contacts: allow (contact)
//! the same, when the contacts cannot be read: warn (contacts_unknown)
//! a number of the police: warn (police_shown)
//! a stranger from the Philippines, which the user lets ring: allow (country_allowed)
//! a withheld number: allow (hidden_restricted)
//! ```
#![allow(clippy::print_stdout)] // that is what it is for

use tomeru::{
    Action, Call, Caller, Circumstances, Contact, CountryAction, Error, Policy, Presentation, Preset, Region, decide,
};

fn main() -> Result<(), Error> {
    let home: Region = "JP".parse()?;
    let mut policy = Policy::of(Preset::Stop);
    policy.countries.push(CountryAction::new("PH".parse()?, Action::Allow));
    policy.validate()?;

    let stranger = Circumstances::at_home(home);
    let contact = Circumstances { contact: Contact::Yes, ..stranger };
    let nobody_knows = Circumstances { contact: Contact::CannotTell, ..stranger };
    let withheld = Call { number: None, presentation: Presentation::Restricted };
    for (told, call, circumstances) in [
        ("a stranger from abroad", Call::showing("+18442980122"), stranger),
        ("the same, in the contacts", Call::showing("+18442980122"), contact),
        ("the same, when the contacts cannot be read", Call::showing("+18442980122"), nobody_knows),
        ("a number of the police", Call::showing("03-3581-4321"), stranger),
        ("a stranger from the Philippines, which the user lets ring", Call::showing("+639171234567"), stranger),
        ("a withheld number", withheld, stranger),
    ] {
        // Once a call: whoever asks more about the caller, asks this.
        let caller = Caller::of(&call, &circumstances.places);
        let verdict = decide(&caller, &circumstances, &policy);
        println!("{told}: {} ({})", verdict.action.key(), verdict.reason.key());
    }
    Ok(())
}
