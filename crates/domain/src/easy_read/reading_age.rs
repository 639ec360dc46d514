//! An estimate of the age at which a text can be read: the Flesch–Kincaid grade plus five years (a child in the United
//! States starts grade 1 at six). J. P. Kincaid and others, "Derivation of new readability formulas", 1975.

use super::Word;

/// Fewer words than this say nothing.
const LEAST_WORDS: usize = 30;

pub(super) fn estimate(words: &[Word<'_>], sentences: usize) -> Option<u32> {
    if words.len() < LEAST_WORDS || sentences == 0 {
        return None;
    }
    let syllables = count(words.iter().map(|word| syllables(word.text)).sum());
    let (words, sentences) = (count(words.len()), count(sentences));
    let grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    let age = (grade + 5.0).round();
    (5..=25).rev().find(|years| f64::from(*years) <= age).or(Some(5))
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Groups of vowels, less a silent e at the end: near enough for an average. A number counts as one.
pub(super) fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let mut groups = 0;
    let mut in_group = false;
    for c in word.chars() {
        let vowel = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'é' | 'ô' | 'ŵ');
        groups += usize::from(vowel && !in_group);
        in_group = vowel;
    }
    let before = |ending: &str| word.strip_suffix(ending).and_then(|stem| stem.chars().last());
    let silent = match (before("e"), before("es"), before("ed")) {
        (Some(c), ..) => {
            !matches!(c, 'l' | 'e') || word.ends_with("ale") || word.ends_with("ile") || word.ends_with("ole")
        }
        (_, Some(c), _) => !matches!(c, 's' | 'x' | 'z' | 'h' | 'c' | 'g' | 'l' | 'i'),
        (.., Some(c)) => !matches!(c, 't' | 'd' | 'i'),
        _ => false,
    };
    (groups - usize::from(silent && groups > 1)).max(1)
}
