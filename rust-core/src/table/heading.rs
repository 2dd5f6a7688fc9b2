// SPDX-License-Identifier: Apache-2.0
//! What the heading of a column promises, in Japanese and in English.

/// What a column's heading promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// Telephone numbers of those who call.
    Number,
    /// Whom to ask, or the owner's own number: good numbers.
    Good,
    /// Country codes.
    Code,
    /// Countries.
    Country,
    /// Something else.
    Other,
}

/// Words of a heading, in lower case; those before others win.
const WORDS: [(Heading, &[&str]); 5] = [
    (
        Heading::Code,
        &["国番号", "country code", "country_code", "countrycode", "calling code", "dialing code", "dial code"],
    ),
    (
        Heading::Good,
        &[
            "相談",
            "問い合わせ",
            "問合せ",
            "問合わせ",
            "窓口",
            "本物",
            "正規",
            "正しい",
            "通報先",
            "届出先",
            "着信先",
            "自分",
            "自局",
            "own number",
            "my number",
            "callee",
            "called",
            "destination",
            "hotline",
            "helpline",
            "support",
            "dst",
            "recipient",
        ],
    ),
    (
        Heading::Other,
        &[
            "郵便",
            "行番号",
            "通番",
            "連番",
            "整理番号",
            "管理番号",
            "会員番号",
            "法人番号",
            "受付番号",
            "受理番号",
            "事件番号",
            "注文番号",
            "口座",
            "登録番号",
            "社員番号",
            "日付",
            "日時",
            "年月日",
            "時刻",
            "時間",
            "登録日",
            "更新",
            "件数",
            "回数",
            "秒数",
            "金額",
            "料金",
            "住所",
            "緯度",
            "経度",
            "備考",
            "内容",
            "メモ",
            "種別",
            "名前",
            "氏名",
            "会社",
            "機関",
            "date",
            "time",
            "stamp",
            "epoch",
            "count",
            "amount",
            "price",
            "cost",
            "address",
            "latitude",
            "longitude",
            "zip",
            "postal",
            "postcode",
            "duration",
            "account",
            "order",
            "case",
            "serial",
            "row",
            "memo",
            "note",
            "comment",
            "reason",
            "name",
            "company",
            "sequence",
            "session",
            "score",
            "user",
            "uuid",
            "unique",
        ],
    ),
    (
        Heading::Number,
        &[
            "電話",
            "番号",
            "携帯",
            "発信者",
            "発信元",
            "着信元",
            "相手",
            "tel",
            "phone",
            "number",
            "caller",
            "msisdn",
            "mobile",
            "cell",
            "clid",
            "callerid",
            "fax",
            "ファックス",
        ],
    ),
    (Heading::Other, &["種類", "状態", "status", "type", "url", "mail"]),
];
/// Headings that are a whole word.
const WHOLE: [(Heading, &[&str]); 4] = [
    (Heading::Number, &["from", "src", "source", "電話", "cid", "ani", "cli"]),
    (Heading::Good, &["to", "dst"]),
    (
        Heading::Other,
        &[
            "no", "no.", "#", "id", "番", "項番", "順位", "順", "ip", "lat", "lon", "lng", "年", "月", "日", "at",
            "when", "seq", "idx", "index", "ts",
        ],
    ),
    (Heading::Country, &["cc", "iso", "国", "国名", "country", "country name", "region"]),
];
/// A heading is a word or two.
const LONGEST: usize = 40;

/// What `text` promises as a heading; `None` if it is none.
pub(super) fn of(text: &str) -> Option<Heading> {
    let text = text.trim().trim_matches(['"', '\'', '#', '\u{feff}', '※']).trim();
    if text.is_empty() || text.chars().count() > LONGEST || text.chars().filter(char::is_ascii_digit).count() > 2 {
        return None;
    }
    let lower = text.to_lowercase();
    let whole = WHOLE.iter().find(|(_, words)| words.contains(&lower.as_str()));
    let part = || WORDS.iter().find(|(_, words)| words.iter().any(|word| lower.contains(word)));
    whole.or_else(part).map(|&(heading, _)| heading)
}

/// Words of a row that tells whom to ask.
const ASK: [&str; 10] =
    ["相談", "問い合わせ", "問合せ", "窓口", "本物", "正しい番号", "正規の", "通報は", "hotline", "contact us"];
/// Words that say the contrary.
const BUT: [&str; 12] = ["名乗", "騙", "かた", "なりす", "詐欺", "偽", "装", "不審", "迷惑", "fake", "scam", "spoof"];

/// Whether `text`, beside a number, says that one asks there.
pub(super) fn is_good(text: &str) -> bool {
    // Most cells are numbers.
    if !text.chars().any(char::is_alphabetic) {
        return false;
    }
    let lower = text.to_lowercase();
    ASK.iter().any(|word| lower.contains(word)) && !BUT.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_both_languages() {
        for (texts, wanted) in [
            (
                "番号|電話番号|発信者番号|Phone Number|phone_number|Caller ID|TEL|src|from|携帯電話",
                Some(Heading::Number),
            ),
            (
                "日付|No.|no|受付番号|郵便番号|Date|Call Date|timestamp|金額|備考|法人番号|ID|duration|IP address",
                Some(Heading::Other),
            ),
            ("相談窓口|お問い合わせ先|着信先|to|dst", Some(Heading::Good)),
            ("国番号|Country Code", Some(Heading::Code)),
            ("国|country", Some(Heading::Country)),
            ("|nothing|0312345678|あ", None),
        ] {
            for text in texts.split('|') {
                assert_eq!(of(text), wanted, "{text}");
            }
        }
        assert!(is_good("相談は") && !is_good("相談窓口を名乗る") && !is_good("詐欺"));
    }
}
