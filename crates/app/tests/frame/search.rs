use serde_json::{Value, json};

use crate::at_desk::AtDesk;

async fn found(desk: &AtDesk, words: &str) -> Value {
    desk.call("search.find", json!({ "words": words })).await
}

#[tokio::test]
async fn everything_is_found_in_groups_with_the_page_that_shows_it() {
    let desk = AtDesk::at_the_sample("chair").await;
    let mut hrefs: Vec<String> = vec![];
    let mut groups: Vec<String> = vec![];
    for words in ["home", "school", "Yusuf", "worker", "report", "minutes", "meeting"] {
        for group in found(&desk, words).await.as_array().unwrap() {
            groups.push(group["title"].as_str().unwrap().into());
            for hit in group["hits"].as_array().unwrap() {
                assert!(!hit["title"].as_str().unwrap().is_empty(), "{hit}");
                hrefs.push(hit["href"].as_str().unwrap().into());
            }
        }
    }
    for group in ["Voices", "Promises", "Actions", "Themes", "People and seats", "Agenda items"] {
        assert!(groups.iter().any(|it| it == group), "no {group} in {groups:?}");
    }
    for place in ["/voices/", "/promises/", "/actions/", "/meetings/", "/board"] {
        assert!(hrefs.iter().any(|it| it.starts_with(place)), "no {place}");
    }
}

#[tokio::test]
async fn what_not_everybody_may_read_is_marked_in_words() {
    let desk = AtDesk::at_the_sample("chair").await;
    let mut marks: Vec<String> = vec![];
    for words in ["a", "the", "placement", "home", "scared", "sad", "contact", "provider", "cost"] {
        for group in found(&desk, words).await.as_array().unwrap() {
            marks.extend(
                group["hits"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter_map(|it| it["marked"].as_str().map(str::to_owned)),
            );
        }
    }
    assert!(marks.iter().any(|it| it == "sensitive"), "{marks:?}");
}

#[tokio::test]
async fn the_words_found_stand_apart_and_punctuation_means_nothing() {
    let desk = AtDesk::at_our_board().await;
    let hits = found(&desk, "heal*\" OR (").await;
    assert_eq!(hits, json!([]), "OR is a word like any other");
    let hits = found(&desk, "\"healthy\"").await;
    assert_eq!(hits[0]["title"], "Themes");
    let excerpt = hits[0]["hits"][0]["excerpt"].as_array().unwrap();
    assert!(excerpt.iter().any(|part| part["found"] == true && part["words"] == "healthy"), "{excerpt:?}");
    assert_eq!(found(&desk, "  ").await, json!([]));
}
