//! Finding sentences that hide who does something: a form of "be" or "get" and a past participle.

use super::{Finding, FindingKind, Word, finding};

const BE: [&str; 12] =
    ["am", "is", "are", "was", "were", "be", "been", "being", "get", "gets", "got", "getting"];

/// Participles that do not end in -ed and often stand in a passive.
const IRREGULAR: [&str; 55] = [
    "begun",
    "bought",
    "broken",
    "brought",
    "built",
    "caught",
    "chosen",
    "cut",
    "done",
    "drawn",
    "driven",
    "fed",
    "felt",
    "forgotten",
    "found",
    "given",
    "heard",
    "held",
    "hidden",
    "kept",
    "known",
    "laid",
    "led",
    "left",
    "lent",
    "let",
    "lost",
    "made",
    "met",
    "overseen",
    "paid",
    "put",
    "read",
    "run",
    "said",
    "seen",
    "sent",
    "set",
    "shown",
    "sold",
    "spent",
    "spoken",
    "taken",
    "taught",
    "thought",
    "thrown",
    "told",
    "understood",
    "undertaken",
    "won",
    "worn",
    "written",
    "rewritten",
    "withdrawn",
    "withheld",
];

/// They end in -ed and say how somebody is, or are no participles at all.
const FEELINGS: [&str; 33] = [
    "annoyed",
    "ashamed",
    "bored",
    "confused",
    "delighted",
    "disabled",
    "disappointed",
    "embarrassed",
    "excited",
    "frightened",
    "hundred",
    "indeed",
    "interested",
    "left",
    "married",
    "need",
    "pleased",
    "prepared",
    "proud",
    "relaxed",
    "related",
    "retired",
    "scared",
    "shocked",
    "sacred",
    "skilled",
    "stressed",
    "supposed",
    "surprised",
    "talented",
    "tired",
    "used",
    "worried",
];

/// They may stand between "be" and the participle.
const BETWEEN: [&str; 14] = [
    "not", "also", "never", "always", "still", "already", "just", "often", "now", "soon", "only", "all",
    "both", "then",
];

/// The passives of one sentence, each from its "be" to its participle.
pub(super) fn find(text: &str, sentence: &[Word<'_>]) -> Vec<Finding> {
    let lower: Vec<String> = sentence.iter().map(|word| word.text.to_lowercase().replace('’', "'")).collect();
    let mut found = vec![];
    for (i, word) in lower.iter().enumerate() {
        let verb = word.strip_suffix("n't").unwrap_or(word);
        if !BE.contains(&verb) {
            continue;
        }
        let skipped = lower[i + 1..].iter().take(2).take_while(|word| is_between(word)).count();
        let at = i + 1 + skipped;
        if lower.get(at).is_some_and(|word| is_participle(word)) {
            let range = sentence[i].start..sentence[at].end();
            let passage = text.get(range.clone()).unwrap_or_default();
            let message = format!(
                "“{passage}” does not say who does it. Start with who: “we”, “you”, “your social worker”."
            );
            found.push(finding(FindingKind::Passive, text, range, message));
        }
    }
    found
}

fn is_between(word: &str) -> bool {
    BETWEEN.contains(&word) || (word.len() > 4 && word.ends_with("ly"))
}

fn is_participle(word: &str) -> bool {
    if FEELINGS.contains(&word) {
        return false;
    }
    IRREGULAR.contains(&word) || (word.len() > 4 && word.ends_with("ed"))
}
