// SPDX-License-Identifier: Apache-2.0
//! The ring path: native functions with flat arguments. Nothing else is loaded when a call wakes the process.
//!
//! The answer about a call, from bit 0: action 4, reason 8, origin 4, line 4, country code 10, then one bit each for
//! possible, valid, plus_missing, and the hints toll_free, police_bait, imitates_police, then the first region as two
//! letters of five bits (0: none), one bit for "and other regions", a bit that is always 1, so that 0 is never an
//! answer, one for "an imported list could not be read", and 4 for the rule that decided.

use std::path::Path;

use jni::{
    Env, EnvUnowned, Outcome,
    objects::{JClass, JString},
    strings::MUTF8Chars,
    sys::{JNI_FALSE, JNI_TRUE, jboolean, jint, jlong, jstring},
};

use crate::{
    Action, Call, Circumstances, Contact, Dialled, Direction, Finding, Home, NumberKey, Policy, Presentation, Reason,
    Verdict, Verification, decide, guard, is_same_line, lists, settings, spellings, verdict::finding_of,
};

/// Bits 0 and 1 of the flags: whether the caller is a contact (0 no, 1 yes, 2 cannot tell).
const CONTACT: jint = 0b11;
/// Bit 2: whether the owner dialled the number cannot be told.
const DIALLED_UNKNOWN: jint = 1 << 2;
/// Bits 3 and 4: Android's verification status.
const VERIFICATION: jint = 0b11 << 3;
/// Bit 5: the owner is about to call the number, and may be stopped.
const GUARD: jint = 1 << 5;
/// The self-test of the fault barrier: the core panics instead of deciding.
const PANIC: jint = 1 << 30;
/// A bit of the answer: an imported list could not be read.
const LIST_BROKEN: jlong = 1 << 48;
/// Where the answer has the rule that decided.
const RULE_SHIFT: u32 = 49;

/// Decides about one call; see the module for the answer. Whatever happens in here, the answer of a fault is
/// "allow, internal_error".
///
/// `number` is the call's handle or null, `settings` the folder of the settings file (read with the first call only),
/// `presentation` and `direction` are Android's numbers, `places` packs home, second home and network region, `now` is
/// in seconds since 1970, `since_dialled` and `since_emergency` are in seconds, or -1 for never.
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
    places: jlong,
    now: jlong,
    since_dialled: jint,
    since_emergency: jint,
) -> jlong {
    let outcome = env.with_env(|env| -> jni::errors::Result<jlong> {
        assert!(flags & PANIC == 0, "self-test of the fault barrier");
        let folder = settings.mutf8_chars(env);
        let folder = text(&folder);
        let policy = settings::current(|| match &folder {
            Some(folder) => settings::load(Path::new(&**folder)).settings.policy,
            None => Policy::default(),
        });
        let characters = number.mutf8_chars(env);
        let number = text(&characters);
        let call = Call {
            number: number.as_deref(),
            presentation: Presentation::from_android(presentation),
            direction: Direction::from_android(direction),
        };
        let mut circumstances = Circumstances {
            now,
            contact: match flags & CONTACT {
                0 => Contact::No,
                1 => Contact::Yes,
                _ => Contact::CannotTell,
            },
            dialled: match u32::try_from(since_dialled) {
                _ if flags & DIALLED_UNKNOWN != 0 => Dialled::CannotTell,
                Ok(seconds) => Dialled::Ago(seconds),
                Err(_) => Dialled::Never,
            },
            since_emergency: u32::try_from(since_emergency).ok(),
            verification: Verification::from_android((flags & VERIFICATION) >> 3),
            ..at(places)
        };
        let listed = match (&folder, NumberKey::of(&finding_of(&call, &circumstances))) {
            (Some(folder), Some(key)) if !policy.lists.is_empty() => {
                lists::look_up(Path::new(&**folder), &policy.lists, &key)
            }
            _ => Ok(None),
        };
        let broken = if listed.is_err() { LIST_BROKEN } else { 0 };
        circumstances.listed = listed.unwrap_or_else(|told| told);
        let judge = if flags & GUARD == 0 { decide } else { guard };
        Ok(pack(&judge(&call, &circumstances, &policy)) | broken)
    });
    match outcome.into_outcome() {
        Outcome::Ok(packed) => packed,
        Outcome::Err(_) => fault("the virtual machine refused a request"),
        Outcome::Panic(_) => fault("a panic was caught"),
    }
}

/// The spellings that a person may keep the number of a call in, each followed by a space; the first is the key that
/// records compare numbers by. Empty if it is no number, null if something failed.
// SAFETY: the name is the one that JNI prescribes for RingCore.spellings, and nothing else in the library has it.
#[unsafe(no_mangle)]
pub extern "system" fn Java_app_tomeru_core_RingCore_spellings<'local>(
    mut env: EnvUnowned<'local>,
    _class: JClass<'local>,
    number: JString<'local>,
    places: jlong,
) -> jstring {
    let outcome = env.with_env(|env| -> jni::errors::Result<jstring> {
        let mut told = String::new();
        if let Some((finding, home)) = found(env, &number, places) {
            // Writing to a string cannot fail.
            let _ = spellings(&finding, home, &mut told);
        }
        Ok(JString::from_str(env, &told)?.into_raw())
    });
    match outcome.into_outcome() {
        Outcome::Ok(told) => told,
        Outcome::Err(_) | Outcome::Panic(_) => std::ptr::null_mut(),
    }
}

/// Whether `stored`, a number in the contacts, is the number of the call; false if something failed.
// SAFETY: the name is the one that JNI prescribes for RingCore.isSameLine, and nothing else in the library has it.
#[unsafe(no_mangle)]
pub extern "system" fn Java_app_tomeru_core_RingCore_isSameLine<'local>(
    mut env: EnvUnowned<'local>,
    _class: JClass<'local>,
    number: JString<'local>,
    stored: JString<'local>,
    places: jlong,
) -> jboolean {
    let outcome = env.with_env(|env| -> jni::errors::Result<bool> {
        let Some((finding, home)) = found(env, &number, places) else { return Ok(false) };
        let stored = stored.mutf8_chars(env);
        Ok(text(&stored).is_some_and(|stored| is_same_line(&finding, &stored, home)))
    });
    match outcome.into_outcome() {
        Outcome::Ok(true) => JNI_TRUE,
        _ => JNI_FALSE,
    }
}

fn found<'local>(env: &mut Env<'local>, number: &JString<'local>, places: jlong) -> Option<(Finding, Home)> {
    let characters = number.mutf8_chars(env);
    let number = text(&characters)?;
    let circumstances = at(places);
    let call = Call { number: Some(&number), presentation: Presentation::Allowed, direction: Direction::Incoming };
    Some((finding_of(&call, &circumstances), circumstances.home))
}

/// The text of a Java string; `None` for null.
fn text<'a>(characters: &'a jni::errors::Result<MUTF8Chars<'a, &'a JString<'a>>>) -> Option<std::borrow::Cow<'a, str>> {
    characters.as_ref().ok().map(|characters| characters.to_str())
}

fn fault(what: &str) -> jlong {
    log::error!("the call rings: {what}");
    pack_fields(Action::Allow, Reason::InternalError, &Finding::NOTHING)
}

/// A phone at home, with the country of another SIM, in a network: two letters each, from the third-highest byte on.
fn at(places: jlong) -> Circumstances {
    let region = |shift| str::from_utf8(&((places >> shift) as u16).to_be_bytes()).ok().and_then(Home::new);
    let home = region(32).unwrap_or(Home::JAPAN);
    Circumstances { home, second_home: region(16), network: region(0).unwrap_or(home), ..Circumstances::default() }
}

fn pack(verdict: &Verdict) -> jlong {
    pack_fields(verdict.action, verdict.reason, &verdict.finding) | (verdict.rule as i64) << RULE_SHIFT
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
