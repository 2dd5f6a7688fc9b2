// SPDX-License-Identifier: Apache-2.0
//! Enums whose variants have a stable number and a stable name, each written once.

/// Declares such an enum: `Variant = number "key",`. Numbers start at 0 and leave no gap, or the build fails: the
/// answers that the app takes apart carry them.
macro_rules! keyed {
    (
        $(#[$($meta:tt)*])*
        pub enum $Name:ident {
            $($(#[$($doc:tt)*])* $Variant:ident = $number:tt $key:literal,)+
        }
    ) => {
        $(#[$($meta)*])*
        #[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum $Name {
            $($(#[$($doc)*])* $Variant = $number,)+
        }

        impl $Name {
            /// Every variant, in the order of its number.
            pub const ALL: [Self; [$($number),+].len()] = [$(Self::$Variant),+];

            /// The stable name.
            ///
            /// ```
            #[doc = $crate::keyed::in_scope!()]
            $(#[doc = concat!("assert_eq!(", stringify!($Name), "::", stringify!($Variant), ".key(), ", stringify!($key), ");")])+
            /// ```
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$Variant => $key,)+
                }
            }

            /// The variant of a stable name.
            ///
            /// ```
            #[doc = $crate::keyed::in_scope!()]
            #[doc = concat!("assert!(", stringify!($Name), "::ALL.into_iter().all(|one| ", stringify!($Name), "::from_key(one.key()) == Some(one)));")]
            #[doc = concat!("assert_eq!(", stringify!($Name), "::from_key(\"no such name\"), None);")]
            /// ```
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|variant| variant.key() == key)
            }
        }

        const _: () = {
            let mut at = 0;
            while at < $Name::ALL.len() {
                assert!($Name::ALL[at] as usize == at, "numbers start at 0 and leave no gap");
                at += 1;
            }
        };
    };
}

/// What the examples above need, whatever the enum and the features.
macro_rules! in_scope {
    () => {
        "# #[allow(unused_imports)] use tomeru::*;\n# #[cfg(feature = \"lists\")] #[allow(unused_imports)] use tomeru::table::*;"
    };
}

pub(crate) use {in_scope, keyed};
