// SPDX-License-Identifier: Apache-2.0
//! The ring path: one native function with flat arguments and one number as the answer. Nothing else is loaded when a
//! call wakes the process.
//!
//! The answer, from bit 0: action 4, reason 8, origin 4, line 4, country code 10, then one bit each for possible,
//! valid, plus_missing, and the hints toll_free, police_bait, imitates_police, then the first region as two letters of
//! five bits (0: none), one bit for "and other regions", and a bit that is always 1, so that 0 is never an answer.

use std::path::Path;

use jni::{
    EnvUnowned, Outcome,
    objects::{JClass, JString},
    strings::MUTF8Chars,
    sys::{jint, jlong},
};

use crate::{
    Action, Call, Circumstances, Contact, Direction, Finding, Home, Policy, Presentation, Reason, Verdict, decide,
    settings,
};

/// Bits 0 and 1 of the flags: whether the caller is a contact (0 no, 1 yes, 2 cannot tell).
const CONTACT: jint = 0b11;
/// The self-test of the fault barrier: the core panics instead of deciding.
const PANIC: jint = 1 << 30;

/// Decides about one call; see the module for the answer. Whatever happens in here, the answer of a fault is
/// "allow, internal_error".
///
/// `number` is the call's handle or null, `settings` the folder of the settings file (read with the first call only),
/// `presentation` and `direction` are Android's numbers, `places` the home region's and the network region's two
/// letters in its four bytes.
// SAFETY: the name is the one that JNI prescribes for RingCore.decide, and nothing else in the library has it.
#[unsafe(no_mangle)]
pub extern "system" fn Java_app_tomeru_core_RingCore_decide<'local>(
    mut env: EnvUnowned<'local>,
    _class: JClass<'local>,
    number: JString<'local>,
    settings: JString<'local>,
    presentation: jint,
    direction: jint,
    flags: jint,
    places: jint,
) -> jlong {
    let outcome = env.with_env(|env| -> jni::errors::Result<jlong> {
        assert!(flags & PANIC == 0, "self-test of the fault barrier");
        let policy = settings::current(|| match text(&settings.mutf8_chars(env)) {
            Some(folder) => settings::load(Path::new(&*folder)).policy,
            None => Policy::default(),
        });
        let characters = number.mutf8_chars(env);
        let number = text(&characters);
        let call = Call {
            number: number.as_deref(),
            presentation: Presentation::from_android(presentation),
            direction: Direction::from_android(direction),
        };
        Ok(pack(&decide(&call, &circumstances(flags, places), &policy)))
    });
    match outcome.into_outcome() {
        Outcome::Ok(packed) => packed,
        Outcome::Err(_) => fault("the virtual machine refused a request"),
        Outcome::Panic(_) => fault("a panic was caught"),
    }
}

/// The text of a Java string; `None` for null.
fn text<'a>(characters: &'a jni::errors::Result<MUTF8Chars<'a, &'a JString<'a>>>) -> Option<std::borrow::Cow<'a, str>> {
    characters.as_ref().ok().map(|characters| characters.to_str())
}

fn fault(what: &str) -> jlong {
    log::error!("the call rings: {what}");
    pack_fields(Action::Allow, Reason::InternalError, &Finding::NOTHING)
}

fn circumstances(flags: jint, places: jint) -> Circumstances {
    let [a, b, c, d] = places.to_be_bytes();
    let home = |letters: [u8; 2]| str::from_utf8(&letters).ok().and_then(Home::new);
    let home_region = home([a, b]).unwrap_or(Home::JAPAN);
    Circumstances {
        home: home_region,
        network: home([c, d]).unwrap_or(home_region),
        contact: match flags & CONTACT {
            0 => Contact::No,
            1 => Contact::Yes,
            _ => Contact::CannotTell,
        },
    }
}

fn pack(verdict: &Verdict) -> jlong {
    pack_fields(verdict.action, verdict.reason, &verdict.finding)
}

fn pack_fields(action: Action, reason: Reason, finding: &Finding) -> jlong {
    let region = match finding.regions {
        [[a, b], ..] => i64::from(a - b'A' + 1) << 5 | i64::from(b - b'A' + 1),
        _ => 0,
    };
    action as i64
        | (reason as i64) << 4
        | (finding.origin as i64) << 12
        | (finding.line as i64) << 16
        | i64::from(finding.country_code.unwrap_or_default()) << 20
        | i64::from(finding.possible) << 30
        | i64::from(finding.valid) << 31
        | i64::from(finding.plus_missing) << 32
        | i64::from(finding.hints.toll_free) << 33
        | i64::from(finding.hints.police_bait) << 34
        | i64::from(finding.hints.imitates_police) << 35
        | region << 36
        | i64::from(finding.regions.len() > 1) << 46
        | 1 << 47
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locate;

    /// The same rows are unpacked by the Kotlin test `AnswerTest`.
    #[test]
    fn answers_are_packed_as_the_app_unpacks_them() {
        let rows = include_str!("../../../tests/vectors/packed.tsv");
        let mut checked = 0;
        for row in rows.lines().filter(|row| !row.starts_with("# ")) {
            let [number, packed, ..] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
            let finding = locate(number, Home::JAPAN, Home::JAPAN);
            let call =
                Call { number: Some(number), presentation: Presentation::Allowed, direction: Direction::Incoming };
            let verdict = decide(&call, &Circumstances::default(), &Policy::default());
            assert_eq!(verdict.finding, finding);
            assert_eq!(format!("{:#x}", pack(&verdict)), packed, "{number}");
            checked += 1;
        }
        assert!(checked >= 8);
    }
}
