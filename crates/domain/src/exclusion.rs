//! The resolution to exclude the public: Local Government Act 1972, section 100A(4) and (5). The wording is ours.

use crate::{
    access::{Access, AccessKind},
    wording,
};

/// What the chair moves before the items that are not open, and what the minutes record. `None` when every item is open.
///
/// Exempt items need a resolution that names them and their paragraphs. Restricted items, on a board that is no
/// statutory committee, leave by a plain resolution. For confidential items nobody votes: exclusion is the law's own
/// (section 100A(2)), and a sentence says so.
#[must_use]
pub fn resolution(items: &[(String, Access)]) -> Option<String> {
    let of = |kind: AccessKind| -> Vec<&(String, Access)> {
        items.iter().filter(|(_, access)| access.access == kind).collect()
    };
    let mut sentences = vec![];
    let exempt = of(AccessKind::Exempt);
    if !exempt.is_empty() {
        let parts: Vec<String> = exempt
            .iter()
            .map(|(number, access)| format!("{} ({})", item(number), access.paragraphs_in_words()))
            .collect();
        sentences.push(format!(
            "That under section 100A(4) of the Local Government Act 1972 the public be excluded from the meeting for \
             {}, because exempt information as defined in the paragraphs named of Part 1 of Schedule 12A to the Act is \
             likely to be disclosed, and the public interest in keeping it private outweighs the public interest in \
             disclosing it.",
            wording::list(&parts)
        ));
    }
    let restricted = of(AccessKind::Restricted);
    if !restricted.is_empty() {
        let parts: Vec<String> = restricted.iter().map(|(number, _)| item(number)).collect();
        sentences.push(format!("That only members and those invited stay for {}.", wording::list(&parts)));
    }
    let confidential = of(AccessKind::Confidential);
    if !confidential.is_empty() {
        let parts: Vec<String> = confidential.iter().map(|(number, _)| item(number)).collect();
        sentences.push(format!(
            "For {} the law itself excludes the public (Local Government Act 1972, section 100A(2)); no vote is needed.",
            wording::list(&parts)
        ));
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// What to do when the resolution falls: what was to be private opens, in a new version of the agenda, or waits.
#[must_use]
pub fn if_it_falls(items: &[(String, Access)]) -> Option<String> {
    let voted: Vec<String> = items
        .iter()
        .filter(|(_, access)| matches!(access.access, AccessKind::Exempt | AccessKind::Restricted))
        .map(|(number, _)| item(number))
        .collect();
    if voted.is_empty() {
        return None;
    }
    let (stays, it) = if voted.len() == 1 { ("is", "it") } else { ("are", "them") };
    Some(format!(
        "If the resolution falls, {} {stays} open: take {it} in public after opening {it} in a new version of the \
         agenda, or defer {it} to another meeting.",
        wording::list(&voted),
    ))
}

fn item(number: &str) -> String {
    if number.is_empty() { "an item without a number".into() } else { format!("item {number}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn access(kind: AccessKind, paragraphs: &[u8]) -> Access {
        Access { access: kind, paragraphs: paragraphs.into(), access_reason: "x".into() }
    }

    #[test]
    fn it_names_the_section_the_items_and_their_paragraphs() {
        let items = [
            ("3".into(), Access::open()),
            ("7".into(), access(AccessKind::Exempt, &[1, 2])),
            ("8".into(), access(AccessKind::Exempt, &[3])),
        ];
        let moved = resolution(&items).unwrap();
        assert!(moved.contains("section 100A(4)"), "{moved}");
        assert!(moved.contains("item 7 (paragraphs 1 and 2) and item 8 (paragraph 3)"), "{moved}");
        assert!(!moved.contains("item 3"));
        assert_eq!(resolution(&items[..1]), None);
    }

    #[test]
    fn nobody_votes_on_what_the_law_bars() {
        let items = [("9".into(), access(AccessKind::Confidential, &[]))];
        let said = resolution(&items).unwrap();
        assert!(said.contains("no vote is needed") && !said.contains("100A(4)"), "{said}");
        assert_eq!(if_it_falls(&items), None);
    }

    #[test]
    fn if_it_falls_the_item_opens_or_waits() {
        let items = [("7".into(), access(AccessKind::Exempt, &[1]))];
        assert_eq!(
            if_it_falls(&items).unwrap(),
            "If the resolution falls, item 7 is open: take it in public after opening it in a new version of the \
             agenda, or defer it to another meeting."
        );
    }
}
