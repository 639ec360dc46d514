//! What changed in the statements of a self-assessment, a sentence for each.

use pledgeboard_domain::{AssessedModule, AssessedStatement, Score, wording};
use serde_json::Value;

/// Its parts and statements whole: "8 parts with 19 statements".
pub(super) fn whole(modules: &Value) -> Option<String> {
    let modules = read(modules);
    if modules.is_empty() {
        return None;
    }
    let count =
        |n: usize, one: &str| wording::count(u64::try_from(n).unwrap_or(u64::MAX), one, &format!("{one}s"));
    let statements: usize = modules.iter().map(|it| it.statements.len()).sum();
    Some(format!("{} with {}", count(modules.len(), "part"), count(statements, "statement")))
}

/// Statements are known again by their words, and where those changed, by their place.
pub(super) fn sentences(was: &Value, is: &Value) -> Vec<String> {
    let (was, is) = (read(was), read(is));
    let before: Vec<(usize, usize, &AssessedStatement)> = placed(&was);
    let after: Vec<(usize, usize, &AssessedStatement)> = placed(&is);
    let there = |all: &[(usize, usize, &AssessedStatement)], words: &str| {
        all.iter().any(|(_, _, it)| it.statement == words)
    };
    let mut said = titles(&was, &is);
    let mut reworded = vec![];
    for (module, at, it) in &after {
        let same = before.iter().find(|(_, _, old)| old.statement == it.statement);
        let in_place = || {
            let gone = |old: &AssessedStatement| !there(&after, &old.statement);
            before.iter().find(|(m, a, old)| (m, a) == (module, at) && gone(old))
        };
        if let Some((_, _, old)) = same {
            said.extend(judged(old, it));
        } else if let Some((_, _, old)) = in_place() {
            reworded.push(old.statement.as_str());
            said.push(format!("“{}” now reads “{}”.", old.statement, it.statement));
            said.extend(judged(old, it));
        } else {
            said.push(format!("“{}” was added to “{}”.", it.statement, is[*module].title));
        }
    }
    for (_, _, old) in &before {
        if !there(&after, &old.statement) && !reworded.contains(&old.statement.as_str()) {
            said.push(format!("“{}” was taken out.", old.statement));
        }
    }
    if said.is_empty() && was != is {
        said.push("The statements were put in another order.".into());
    }
    said
}

fn read(modules: &Value) -> Vec<AssessedModule> {
    serde_json::from_value(modules.clone()).unwrap_or_default()
}

fn placed(modules: &[AssessedModule]) -> Vec<(usize, usize, &AssessedStatement)> {
    let of = |(module, it): (usize, &'_ AssessedModule)| -> Vec<(usize, usize)> {
        (0..it.statements.len()).map(|at| (module, at)).collect()
    };
    let places = modules.iter().enumerate().flat_map(of);
    places.filter_map(|(m, at)| Some((m, at, modules.get(m)?.statements.get(at)?))).collect()
}

/// Parts that have another title; where their number changed, their statements say which came and went.
fn titles(was: &[AssessedModule], is: &[AssessedModule]) -> Vec<String> {
    if was.len() != is.len() {
        return vec![];
    }
    let pairs = was.iter().zip(is).filter(|(old, new)| old.title != new.title);
    pairs.map(|(old, new)| format!("The part “{}” is now called “{}”.", old.title, new.title)).collect()
}

fn judged(was: &AssessedStatement, is: &AssessedStatement) -> Vec<String> {
    let mut said = vec![];
    if was.score != is.score {
        let words = |score: Option<Score>| score.map_or("not judged", Score::words);
        said.push(format!("“{}” was {}: it is now {}.", is.statement, words(was.score), words(is.score)));
    }
    if was.evidence != is.evidence {
        said.push(match (was.evidence.trim(), is.evidence.trim()) {
            (_, "") => format!("What shows “{}” is now empty.", is.statement),
            ("", new) => format!("What shows “{}” is now “{new}”.", is.statement),
            (old, new) => format!("What shows “{}” changed from “{old}” to “{new}”.", is.statement),
        });
    }
    said
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn part(title: &str, statements: &[(&str, Value, &str)]) -> Value {
        let statements: Vec<Value> = statements
            .iter()
            .map(|(words, score, shown)| json!({ "statement": words, "score": score, "evidence": shown }))
            .collect();
        json!({ "title": title, "statements": statements })
    }

    #[test]
    fn a_statement_says_how_it_was_judged_and_how_it_is() {
        let was =
            json!([part("Voice", &[("We listen.", Value::Null, ""), ("We answer.", json!("begun"), "")])]);
        let is = json!([part(
            "Voice",
            &[("We listen.", json!("true"), "A survey"), ("We answer.", json!("begun"), "")]
        )]);
        assert_eq!(
            sentences(&was, &is),
            [
                "“We listen.” was not judged: it is now true, and it shows.",
                "What shows “We listen.” is now “A survey”.",
            ]
        );
        assert_eq!(
            sentences(&is, &was),
            [
                "“We listen.” was true, and it shows: it is now not judged.",
                "What shows “We listen.” is now empty.",
            ]
        );
        assert_eq!(whole(&was).as_deref(), Some("1 part with 2 statements"));
    }

    #[test]
    fn words_that_changed_came_or_went_are_told_apart() {
        let was = json!([part(
            "Voice",
            &[("Old.", Value::Null, ""), ("Stays.", Value::Null, ""), ("Goes.", Value::Null, "")]
        )]);
        let is = json!([part("Voices", &[("New.", Value::Null, ""), ("Stays.", Value::Null, "")])]);
        assert_eq!(
            sentences(&was, &is),
            [
                "The part “Voice” is now called “Voices”.",
                "“Old.” now reads “New.”.",
                "“Goes.” was taken out."
            ]
        );
        let longer = json!([part(
            "Voices",
            &[("New.", Value::Null, ""), ("Stays.", Value::Null, ""), ("Comes.", Value::Null, "")]
        )]);
        assert_eq!(sentences(&is, &longer), ["“Comes.” was added to “Voices”."]);
        let turned = json!([part("Voices", &[("Stays.", Value::Null, ""), ("New.", Value::Null, "")])]);
        assert_eq!(sentences(&is, &turned), ["The statements were put in another order."]);
    }
}
