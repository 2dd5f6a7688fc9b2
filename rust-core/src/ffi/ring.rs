// SPDX-License-Identifier: Apache-2.0
//! The ring path: native functions with flat arguments. Nothing else is loaded when a call wakes the process.
//!
//! A call is [located](Java_app_tomeru_core_RingCore_locate) once; the app keeps the caller that it is given, asks
//! whether contacts are the same line, and has the call decided.

use jni::{
    Env, EnvUnowned, Outcome,
    errors::{Error, Result},
    objects::{JByteArray, JClass, JObject, JString},
    strings::MUTF8Chars,
    sys::{JNI_FALSE, JNI_TRUE, jboolean, jint, jlong, jobjectArray},
};

use super::{
    answer::{self, Unreadable},
    caller, places, stores,
};
use crate::{
    call::{Call, Circumstances, Contact, Dialled, Direction, Places, Presentation, Verification},
    caller::Caller,
    contact::{lookup_forms, sameness},
    lists::{self, Listed},
    policy::Policy,
    verdict::{decide, guard},
};

/// Bits 0 and 1 of the flags: whether the caller is a contact (0 no, 1 yes, 2 cannot tell).
const CONTACT: jint = 0b11;
/// Bit 2: whether the owner dialled the number cannot be told.
const DIALLED_UNKNOWN: jint = 1 << 2;
/// Bits 3 and 4: Android's verification status.
const VERIFICATION: jint = 0b11 << VERIFICATION_SHIFT;
const VERIFICATION_SHIFT: u32 = 3;
/// Bit 5: the owner is about to call the number, and may be stopped.
const GUARD: jint = 1 << 5;
/// The self-test of the fault barrier: the core panics instead of deciding.
const PANIC: jint = 1 << 30;

/// Locates who calls, and writes it into `found`, an array of 48 bytes. Returns the forms of the number
/// to look a contact up by: the first is the key that records compare numbers by. Null if there is no number; also
/// if something failed, and then `found` is no caller.
///
/// `number` is the text of the call's handle or null, `presentation` is Android's number, `written` tells whether a
/// person wrote the number (who dials or types it) rather than a network, `places` packs home, second home and network
/// region.
// SAFETY: the name is the one that JNI prescribes for RingCore.locate, and nothing else in the library has it.
#[unsafe(no_mangle)]
pub extern "system" fn Java_app_tomeru_core_RingCore_locate<'local>(
    mut env: EnvUnowned<'local>,
    _class: JClass<'local>,
    number: JString<'local>,
    presentation: jint,
    written: jboolean,
    places: jlong,
    found: JByteArray<'local>,
) -> jobjectArray {
    let outcome = env.with_env(|env| -> Result<jobjectArray> {
        let places = places::unpack(places);
        let characters = number.mutf8_chars(env);
        let text = text(&characters);
        let who = match (text.as_deref(), Presentation::from_android(presentation)) {
            (Some(text), Presentation::Allowed) if written == JNI_TRUE => Caller::written(text, &places),
            (number, presentation) => Caller::of(&Call { number, presentation }, &places),
        };
        let forms = strings(env, &lookup_forms(&who, places.home), &number)?;
        found.set_region(env, 0, &caller::pack(&who, &places).map(u8::cast_signed))?;
        Ok(forms)
    });
    match outcome.into_outcome() {
        Outcome::Ok(forms) => forms,
        Outcome::Err(_) | Outcome::Panic(_) => std::ptr::null_mut(),
    }
}

/// Whether `stored`, a number in the contacts, is the number of the caller `found`; true if something failed: whoever may be
/// a contact rings.
// SAFETY: the name is the one that JNI prescribes for RingCore.isSameLine, and nothing else in the library has it.
#[unsafe(no_mangle)]
pub extern "system" fn Java_app_tomeru_core_RingCore_isSameLine<'local>(
    mut env: EnvUnowned<'local>,
    _class: JClass<'local>,
    found: JByteArray<'local>,
    stored: JString<'local>,
) -> jboolean {
    let outcome = env.with_env(|env| -> Result<bool> {
        let (caller, places) = read(env, &found)?;
        let stored = stored.mutf8_chars(env);
        Ok(text(&stored).is_none_or(|stored| sameness(&caller, &stored, places.home).is_same()))
    });
    match outcome.into_outcome() {
        Outcome::Ok(false) => JNI_FALSE,
        Outcome::Ok(true) => JNI_TRUE,
        Outcome::Err(_) | Outcome::Panic(_) => {
            log::error!("a contact could not be compared");
            JNI_TRUE
        }
    }
}

/// Decides about one call; `answer.rs` says what the answer holds. Whatever happens in here, the answer of a fault is
/// "allow, internal_error".
///
/// `found` is what was located, `settings` the folder of the settings and lists, `direction` is Android's number, `now`
/// is in seconds since 1970, `since_dialled` and `since_emergency` are in seconds, or -1 for never.
// SAFETY: the name is the one that JNI prescribes for RingCore.decide, and nothing else in the library has it.
#[unsafe(no_mangle)]
pub extern "system" fn Java_app_tomeru_core_RingCore_decide<'local>(
    mut env: EnvUnowned<'local>,
    _class: JClass<'local>,
    found: JByteArray<'local>,
    settings: JString<'local>,
    direction: jint,
    flags: jint,
    now: jlong,
    since_dialled: jint,
    since_emergency: jint,
) -> jlong {
    let outcome = env.with_env(|env| -> Result<jlong> {
        assert!(flags & PANIC == 0, "self-test of the fault barrier");
        let (caller, places) = read(env, &found)?;
        let circumstances = Circumstances {
            now,
            direction: Direction::from_android(direction),
            since_emergency: u32::try_from(since_emergency).ok(),
            ..circumstances(places, flags, since_dialled)
        };
        let folder = settings.mutf8_chars(env);
        Ok(judge(&caller, circumstances, text(&folder).as_deref(), flags & GUARD != 0))
    });
    match outcome.into_outcome() {
        Outcome::Ok(packed) => packed,
        Outcome::Err(_) => fault("there is no caller, or the virtual machine refused a request"),
        Outcome::Panic(_) => fault("a panic was caught"),
    }
}

/// What the flags say.
fn circumstances(places: Places, flags: jint, since_dialled: jint) -> Circumstances {
    Circumstances {
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
        verification: Verification::from_android((flags & VERIFICATION) >> VERIFICATION_SHIFT),
        ..Circumstances::of(places)
    }
}

/// The answer under the policy and the lists in `folder`; without a folder the recommended settings count.
pub(super) fn judge(caller: &Caller, circumstances: Circumstances, folder: Option<&str>, guarded: bool) -> jlong {
    let store = folder.map(stores::store);
    let in_force = store.as_ref().map(|store| store.in_force());
    let unreadable = in_force.as_ref().is_some_and(|in_force| in_force.unreadable);
    let policy = in_force.map(|in_force| in_force.policy).unwrap_or_default();
    let listed = match (&store, &caller.key) {
        (Some(store), Some(key)) => lists::look_up(store.folder(), &policy.lists, key),
        _ => Listed::default(),
    };
    let circumstances = Circumstances { listed: listed.action, ..circumstances };
    let judge: fn(&Caller, &Circumstances, &Policy) -> _ = if guarded { guard } else { decide };
    let verdict = judge(caller, &circumstances, &policy);
    // A list that cannot be read may have the number, and want less than what comes after the lists.
    let may_decide = !guarded && listed.unreadable && verdict.rule.comes_after_lists();
    let mildest = policy.lists.iter().map(|list| policy.of_list(list)).min().filter(|_| may_decide);
    let verdict = match mildest {
        _ if unreadable => verdict.without_settings(),
        Some(mildest) => verdict.without_list(mildest),
        None => verdict,
    };
    answer::pack(&verdict, caller, Unreadable { list: listed.unreadable, settings: unreadable })
}

fn read(env: &Env<'_>, found: &JByteArray<'_>) -> Result<(Caller, Places)> {
    let mut bytes = [0; caller::SIZE];
    found.get_region(env, 0, &mut bytes)?;
    caller::unpack(&bytes.map(i8::cast_unsigned)).ok_or(Error::WrongObjectType)
}

/// `texts` as Java's `String[]`, or null if there are none; `string` is any string, and so names the class.
fn strings(env: &mut Env<'_>, texts: &[String], string: &JString<'_>) -> Result<jobjectArray> {
    if texts.is_empty() {
        return Ok(std::ptr::null_mut());
    }
    let class = env.get_object_class(string)?;
    let array = env.new_object_array(texts.len() as jint, class, JObject::null())?;
    for (at, text) in texts.iter().enumerate() {
        let text = JString::from_str(env, text)?;
        array.set_element(env, at, text)?;
    }
    Ok(array.into_raw())
}

/// The text of a Java string; `None` for null.
fn text<'a>(characters: &'a Result<MUTF8Chars<'a, &'a JString<'a>>>) -> Option<std::borrow::Cow<'a, str>> {
    characters.as_ref().ok().map(|characters| characters.to_str())
}

fn fault(what: &str) -> jlong {
    log::error!("the call rings: {what}");
    answer::fault()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::{
        action::Action,
        key::Pattern,
        plan::Region,
        policy::{BlockedNumber, NumberList},
        preset::Preset,
        settings::{Settings, Store},
    };

    #[test]
    fn a_list_that_cannot_be_read_softens_nothing_that_is_asked_before_it() {
        let folder = std::env::temp_dir().join(format!("tomeru-ring-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let number = Pattern::read("+18445550101", Region::JAPAN).unwrap();
        let policy = Policy {
            blocked: vec![BlockedNumber { number, action: Action::Reject, note: String::new() }],
            // Its file is not there.
            lists: vec![NumberList { id: 1, name: String::new(), action: Action::Warn, count: 1, imported_at: 0 }],
            ..Policy::of(Preset::Stop)
        };
        Store::open(&folder).save(&Settings { policy, ..Settings::default() }).unwrap();
        for (number, wanted) in [("+18445550101", Action::Reject), ("+18445550102", Action::Warn)] {
            let circumstances = Circumstances::at_home(Region::JAPAN);
            let caller = Caller::of(&Call::showing(number), &circumstances.places);
            let answer = judge(&caller, circumstances, folder.to_str(), false);
            // The action is in the last bits of the answer.
            assert_eq!(answer & 0xf, wanted as i64, "{number}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
