# SPDX-License-Identifier: Apache-2.0
"""What a native library exports, and what its functions return that only return a number."""

import re
from functools import cache

from apks import out

# Where an ELF file says what processor it is for, and 32-bit arm.
EM_MACHINE, EM_ARM = 18, 40
# The instructions of such functions, as llvm-objdump writes them: (pattern, what becomes of the number so far).
_STEPS = {
    # A function of one number ends here.
    r"(?:ret|retq|bx\s+lr)$": None,
    r"(?:mov|movz|movs|movw|mov\.w)\s+[rw]0, #(-?\w+)$": lambda so_far, told: told,
    r"movk\s+w0, #(\w+), lsl #16$": lambda so_far, told: so_far & 0xFFFF | told << 16,
    r"movt\s+r0, #(\w+)$": lambda so_far, told: so_far & 0xFFFF | told << 16,
    r"movl\s+\$(-?\w+), %eax$": lambda so_far, told: told,
    # The upper half is left as it was: whoever asks must not look at it.
    r"movw\s+\$(-?\w+), %ax$": lambda so_far, told: told & 0xFFFF,
    r"xorl\s+%eax, %eax()$": lambda so_far, told: 0,
}


@cache
def exports(library):
    """Name -> address of each function and datum that a library exports."""
    found = {}
    for line in out("llvm-readelf-19", "--dyn-syms", "-W", library).splitlines():
        fields = line.split()
        if len(fields) == 8 and fields[4] in ("GLOBAL", "WEAK") and fields[6] not in ("UND", "Ndx"):
            found[fields[7].split("@")[0]] = int(fields[1], 16)
    return found


def returned(library, names):
    """Name -> the number that each function returns, from its code. Fails if one does anything else."""
    found = {}
    # On 32-bit arm an odd address is Thumb code; a stripped library says so nowhere else.
    arm = library.read_bytes()[EM_MACHINE] == EM_ARM
    thumb = {name for name in names if arm and exports(library)[name] & 1}
    for group, options in ((thumb, ["--triple=thumbv7-linux-android"]), (set(names) - thumb, [])):
        if group:
            text = out("llvm-objdump-19", *options, "-d", "--no-show-raw-insn", "--no-leading-addr",
                       f"--disassemble-symbols={','.join(sorted(group))}", library)
            for name, body in re.findall(r"^<(\w+)>:\n((?:.+\n?)*)", text, re.M):
                found[name] = _evaluated(f"{library}: {name}", body.splitlines())
    if found.keys() != set(names):
        raise AssertionError(f"{library}: no code of {set(names) - found.keys()}")
    return found


def _evaluated(name, lines):
    number = None
    for line in lines:
        line = re.split(r"\s+(?://|#|@) ", line.strip())[0].strip()
        for pattern, step in _STEPS.items():
            match = re.match(pattern, line)
            if match:
                break
        else:
            raise AssertionError(f"{name} does more than return a number: {line}")
        if step is None:
            if number is None:
                break
            return number
        number = step(number or 0, int(match[1] or "0", 0))
    raise AssertionError(f"{name} returns nothing")
