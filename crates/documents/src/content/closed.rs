//! What is said of what may not be read: the paragraph and the public reason, and nothing else.

use std::collections::BTreeSet;

use pledgeboard_domain::{Access, AccessKind, AgendaItem, fixed::exempt, wording};

use super::capitalised;

/// The public reason for closing an item, whole.
pub fn public_reason(access: &Access) -> String {
    let reason = capitalised(&sentence(&access.access_reason));
    match access.access {
        AccessKind::Open => String::new(),
        AccessKind::Exempt => {
            let paragraphs: Vec<String> = access
                .paragraphs
                .iter()
                .filter_map(|number| exempt::paragraph(i64::from(*number)))
                .map(exempt::ExemptParagraph::public_words)
                .collect();
            format!("{} {reason}", paragraphs.join(" ")).trim().to_owned()
        }
        AccessKind::Confidential => format!(
            "The board must take this item in private (Local Government Act 1972, section 100A(3)). {reason}"
        )
        .trim()
        .to_owned(),
        AccessKind::Restricted => format!("The board takes this item in private. {reason}").trim().to_owned(),
    }
}

/// What stands in place of words that are not for this audience: "Not for publication: paragraph 1".
pub fn in_place(access: &Access) -> String {
    match access.access {
        AccessKind::Exempt => format!("Not for publication: {}", access.paragraphs_in_words()),
        AccessKind::Confidential => "Not for publication: confidential".to_owned(),
        AccessKind::Restricted => "Not for publication: restricted".to_owned(),
        AccessKind::Open => String::new(),
    }
}

/// What stands at the top of every page of a members' copy (Local Government Act 1972, section 100B(5)).
pub fn page_marking<'a>(shown: impl IntoIterator<Item = &'a Access>) -> Option<String> {
    let shown: Vec<&Access> = shown.into_iter().filter(|access| !access.is_open()).collect();
    if shown.is_empty() {
        return None;
    }
    let paragraphs: BTreeSet<u8> =
        shown.iter().flat_map(|access| access.paragraphs.iter().copied()).collect();
    if paragraphs.is_empty() {
        return Some("Not for publication".to_owned());
    }
    let all = Access {
        access: AccessKind::Exempt,
        paragraphs: paragraphs.into_iter().collect(),
        access_reason: String::new(),
    };
    Some(format!(
        "Not for publication: {} of Part 1 of Schedule 12A to the Local Government Act 1972",
        all.paragraphs_in_words()
    ))
}

/// The resolution to exclude the public, and what needs none. Numbers stand beside their items.
pub fn exclusion(items: &[(String, &AgendaItem)]) -> Vec<String> {
    let of = |kind: AccessKind| -> Vec<&(String, &AgendaItem)> {
        items.iter().filter(|(_, item)| item.access.access == kind && !item.is_withdrawn()).collect()
    };
    let mut sentences = Vec::new();
    let exempt = of(AccessKind::Exempt);
    if !exempt.is_empty() {
        let paragraphs: BTreeSet<u8> =
            exempt.iter().flat_map(|(_, item)| item.access.paragraphs.iter().copied()).collect();
        let all = Access {
            access: AccessKind::Exempt,
            paragraphs: paragraphs.into_iter().collect(),
            access_reason: String::new(),
        };
        sentences.push(format!(
            "To resolve that, under section 100A(4) of the Local Government Act 1972, the public be excluded from the \
             meeting for {}, because it is likely that exempt information would be disclosed as defined in {} of \
             Part 1 of Schedule 12A to the Act, and the public interest in keeping it private outweighs the public \
             interest in disclosing it.",
            numbered(&exempt),
            all.paragraphs_in_words()
        ));
    }
    let confidential = of(AccessKind::Confidential);
    if !confidential.is_empty() {
        sentences.push(format!(
            "The public must be excluded for {}, which would disclose confidential information (section 100A(2) and \
             (3) of the Act). No resolution is needed.",
            numbered(&confidential)
        ));
    }
    let restricted = of(AccessKind::Restricted);
    if !restricted.is_empty() {
        sentences.push(format!("The board takes {} in private.", numbered(&restricted)));
    }
    sentences
}

/// "item 9", "items 9 and 10".
fn numbered(items: &[&(String, &AgendaItem)]) -> String {
    let numbers: Vec<&str> = items.iter().map(|(number, _)| number.as_str()).collect();
    format!("{} {}", if numbers.len() == 1 { "item" } else { "items" }, wording::list(&numbers))
}

/// Ends with a full stop.
pub fn sentence(words: &str) -> String {
    let words = words.trim();
    if words.is_empty() || words.ends_with(['.', '!', '?', '…']) {
        words.to_owned()
    } else {
        format!("{words}.")
    }
}
