// SPDX-License-Identifier: Apache-2.0
//! What a source file declares and names: enough of Rust for that, and no more.

use std::collections::{BTreeMap, BTreeSet};

/// One file. Whatever is under `#[cfg(test)]` is left out: a test may look anywhere.
#[derive(Debug, Default)]
pub(crate) struct Source {
    /// `mod name;`
    pub(crate) children: Vec<String>,
    /// `pub use`: the name that it gives, and the path that it stands for.
    pub(crate) re_exports: BTreeMap<String, Vec<String>>,
    /// Every path that the file itself uses, in a `use` or in the code.
    pub(crate) paths: Vec<Vec<String>>,
}

impl Source {
    pub(crate) fn read(text: &str) -> Self {
        let tokens = without_tests(tokens(text));
        let mut source = Self::default();
        let mut words = BTreeSet::new();
        let mut at = 0;
        while at < tokens.len() {
            match tokens[at].as_str() {
                "mod" if tokens.get(at + 2).is_some_and(|end| end == ";") => {
                    source.children.push(tokens[at + 1].clone());
                    at += 2;
                }
                "use" => {
                    let is_public = at > 0 && matches!(tokens[at - 1].as_str(), "pub" | ")");
                    let end = at + tokens[at..].iter().position(|token| token == ";").expect("a use ends");
                    let mut leaves = Vec::new();
                    tree(&tokens[at + 1..end], &mut 0, &[], &mut leaves);
                    for (name, path) in leaves {
                        if is_public {
                            source.re_exports.insert(name, path);
                        } else {
                            source.paths.push(path);
                        }
                    }
                    at = end;
                }
                _ => {
                    let path = path_at(&tokens[at..]);
                    words.extend(path.first().cloned());
                    if path.len() > 1 {
                        at += 2 * path.len() - 2;
                        source.paths.push(path);
                    }
                }
            }
            at += 1;
        }
        // What a file hands on and uses itself, it needs.
        let used = source.re_exports.iter().filter(|(name, _)| words.contains(*name)).map(|(_, path)| path.clone());
        source.paths.extend(used);
        source
    }
}

/// Identifiers, `::` and single characters; comments and texts are left out.
fn tokens(text: &str) -> Vec<String> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let (mut tokens, mut rest) = (Vec::new(), text);
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("r#\"") {
            rest.find("\"#").map_or(rest.len(), |end| end + 2)
        } else if first == '"' {
            quoted(rest)
        } else if first == '\'' {
            // A character, or the mark of a lifetime.
            if rest[1..].starts_with('\\') || rest[1..].chars().nth(1) == Some('\'') { quoted(rest) } else { 1 }
        } else if is_word(first) {
            let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            tokens.push(rest[..length].to_owned());
            length
        } else if rest.starts_with("::") {
            tokens.push("::".to_owned());
            2
        } else {
            if !first.is_whitespace() {
                tokens.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}

/// The length of a text in quotes.
fn quoted(text: &str) -> usize {
    let quote = text.chars().next();
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if Some(c) == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn without_tests(tokens: Vec<String>) -> Vec<String> {
    let mark = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut rest = &tokens[..];
    while let Some(first) = rest.first() {
        if rest.len() >= mark.len() && rest.iter().zip(mark).all(|(token, wanted)| token == wanted) {
            rest = &rest[mark.len()..];
            rest = &rest[item(rest)..];
        } else {
            kept.push(first.clone());
            rest = &rest[1..];
        }
    }
    kept
}

/// How many tokens an item or a statement has.
fn item(tokens: &[String]) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.as_str() {
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                if depth == 0 && tokens.get(at + 1).is_none_or(|next| next != ";") {
                    return at + 1;
                }
            }
            ";" if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}

/// The names and paths of a use tree, from `at` on.
fn tree(tokens: &[String], at: &mut usize, before: &[String], leaves: &mut Vec<(String, Vec<String>)>) {
    let mut path = before.to_vec();
    while let Some(token) = tokens.get(*at) {
        *at += 1;
        match token.as_str() {
            "::" => {}
            "{" => loop {
                tree(tokens, at, &path, leaves);
                *at += 1;
                if tokens.get(*at - 1).is_none_or(|token| token == "}") {
                    return;
                }
            },
            "as" => {
                leaves.push((tokens[*at].clone(), path));
                *at += 1;
                return;
            }
            "," | "}" => {
                *at -= 1;
                break;
            }
            name => path.push(name.to_owned()),
        }
    }
    if path.len() > before.len() {
        if path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        leaves.extend(path.last().cloned().map(|name| (name, path)));
    }
}

/// `a::b::c` at the beginning of `tokens`.
fn path_at(tokens: &[String]) -> Vec<String> {
    let is_name = |token: &String| token.starts_with(|c: char| c.is_alphabetic() || c == '_');
    let mut path = Vec::new();
    let mut at = 0;
    while let Some(name) = tokens.get(at).filter(|token| is_name(token)) {
        path.push(name.clone());
        if tokens.get(at + 1).is_none_or(|token| token != "::") {
            break;
        }
        at += 2;
    }
    path
}
