// SPDX-License-Identifier: Apache-2.0
//! What the heading of a column promises, in Japanese and in English.

/// What a column's heading promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// Telephone numbers, of those who call if nothing says otherwise.
    Number,
    /// Telephone numbers of those who call, or who are complained about.
    Caller,
    /// Whom to ask, or the owner's own number: good numbers.
    Good,
    /// Country codes.
    Code,
    /// Countries.
    Country,
    /// Something else.
    Other,
}

impl Heading {
    /// Whether it promises the list's numbers.
    pub(super) fn is_numbers(self) -> bool {
        matches!(self, Self::Number | Self::Caller)
    }
}

/// Words of a heading, in lower case; those before others win.
const WORDS: [(Heading, &[&str]); 6] = [
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
            "着信番号",
            "受信番号",
            "自分",
            "自局",
            "自宅",
            "家族",
            "病院",
            "医院",
            "緊急",
            "通報者",
            "届出人",
            "届出者",
            "申告者",
            "被害者",
            "契約者",
            "担当者",
            "警察",
            "hospital",
            "emergency",
            "victim",
            "reporter",
            "complainant",
            "my phone",
            "home phone",
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
            "伝票",
            "顧客番号",
            "お客様番号",
            "患者",
            "予約",
            "内線",
            "契約番号",
            "追跡",
            "証券",
            "カード番号",
            "製造番号",
            "部屋番号",
            "診察",
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
        Heading::Caller,
        &["発信", "着信元", "相手", "迷惑", "詐欺", "不審", "caller", "calling", "spam", "scam", "fraud", "nuisance"],
    ),
    (
        Heading::Number,
        &["電話", "番号", "携帯", "tel", "phone", "number", "msisdn", "mobile", "cell", "clid", "fax", "ファックス"],
    ),
    (Heading::Other, &["種類", "状態", "status", "type", "url", "mail"]),
];
/// Headings that are a whole word.
const WHOLE: [(Heading, &[&str]); 5] = [
    (Heading::Caller, &["from", "src", "source", "ani", "cli"]),
    (Heading::Number, &["電話", "cid"]),
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
    if let Some((within, last)) = lower.rsplit_once('.').filter(|(within, last)| !within.is_empty() && !last.is_empty())
    {
        return inside(within, of(last));
    }
    let whole = WHOLE.iter().find(|(_, words)| words.contains(&lower.as_str()));
    let part = || WORDS.iter().find(|(_, words)| words.iter().any(|word| lower.contains(word)));
    whole.or_else(part).map(|&(heading, _)| heading)
}

/// What a heading promises inside of others, as in `to.number`.
fn inside(within: &str, last: Option<Heading>) -> Option<Heading> {
    let mut around = within.split('.').filter_map(of);
    match last {
        Some(Heading::Number) => {
            let told = |heading: &Heading| matches!(heading, Heading::Good | Heading::Caller);
            around.find(told).or(last)
        }
        _ => last,
    }
}

/// Words of a row that tells whom to ask, or who is to be heard.
const ASK: [&str; 19] = [
    "相談",
    "問い合わせ",
    "問合せ",
    "窓口",
    "本物",
    "正しい番号",
    "正規の",
    "通報は",
    "許可",
    "ホワイトリスト",
    "安全な番号",
    "病院",
    "医院",
    "消費生活センター",
    "hotline",
    "contact us",
    "hospital",
    "whitelist",
    "allowlist",
];
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
            ("番号|電話番号|Phone Number|phone_number|TEL|携帯電話|contact.phone", Some(Heading::Number)),
            ("発信者番号|発信番号|Caller ID|src|from|迷惑電話番号|from.number", Some(Heading::Caller)),
            (
                "日付|No.|no|受付番号|郵便番号|Date|Call Date|timestamp|金額|備考|法人番号|ID|duration|IP address",
                Some(Heading::Other),
            ),
            ("相談窓口|お問い合わせ先|着信先|着信番号|通報者電話番号|to|dst|to.number", Some(Heading::Good)),
            ("国番号|Country Code", Some(Heading::Code)),
            ("国|country", Some(Heading::Country)),
            ("|nothing|0312345678|TEL 03-1234-5678|あ", None),
            ("電話番号10|phone 22", Some(Heading::Number)),
        ] {
            for text in texts.split('|') {
                assert_eq!(of(text), wanted, "{text}");
            }
        }
        // A sentence is none.
        for (length, wanted) in [(40, Some(Heading::Number)), (41, None)] {
            assert_eq!(of(&format!("{}電話", "あ".repeat(length - 2))), wanted, "{length} characters");
        }
        assert!(is_good("相談は") && !is_good("相談窓口を名乗る") && !is_good("詐欺"));
    }
}
