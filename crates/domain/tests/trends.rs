//! Whatever the numbers: a trend knows which way is better, and nothing but the numbers changes it.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set fails its test")]

use chrono::{Days, NaiveDate};
use pledgeboard_domain::{
    Better, MeasurePoint,
    promise::{Aim, Series, Way},
    small_numbers::hides_figure,
};
use proptest::prelude::*;

fn series(better: Better, target: Option<f64>, values: &[i32]) -> Series {
    let first = NaiveDate::from_ymd_opt(2020, 3, 31).unwrap();
    let points = (0u64..)
        .zip(values)
        .map(|(n, value)| MeasurePoint { on: first + Days::new(n * 60), value: f64::from(*value), of: None })
        .collect();
    Series { better, target, points }
}

#[test]
fn a_trend_is_told_in_one_sentence_with_its_run() {
    let of = |better, values: &[i32]| series(better, None, values).trend_sentence();
    assert_eq!(
        of(Better::Lower, &[9, 9, 10, 11, 12]).as_deref(),
        Some("Worse than last time, and worse three times running.")
    );
    assert_eq!(of(Better::Higher, &[8, 9]).as_deref(), Some("Better than last time."));
    assert_eq!(of(Better::Higher, &[8, 8]).as_deref(), Some("The same as last time."));
    assert_eq!(
        of(Better::Higher, &[20, 4, 3, 2, 2, 5, 6, 7, 8]).as_deref(),
        Some("Better than last year, and better four times running.")
    );
    assert_eq!(of(Better::Higher, &[8]), None);
}

#[test]
fn a_number_is_at_its_target_on_the_way_or_no_nearer() {
    let of = |better, target, values: &[i32]| series(better, target, values).aim();
    assert_eq!(of(Better::Lower, Some(8.0), &[9, 8]), Some(Aim::Met));
    assert_eq!(of(Better::Lower, Some(8.0), &[10, 9]), Some(Aim::OnTheWay));
    assert_eq!(of(Better::Lower, Some(8.0), &[10, 11]), Some(Aim::NoNearer));
    assert_eq!(of(Better::Lower, Some(8.0), &[9]), Some(Aim::NotYet));
    assert_eq!((of(Better::Lower, None, &[9]), of(Better::Lower, Some(8.0), &[])), (None, None));
}

proptest! {
    #[test]
    fn what_is_better_one_way_is_worse_the_other(values in proptest::collection::vec(0..100i32, 2..14)) {
        let way = |better| series(better, None, &values).trend().unwrap().way;
        let turned = match way(Better::Higher) {
            Way::Better => Way::Worse,
            Way::Same => Way::Same,
            Way::Worse => Way::Better,
        };
        prop_assert_eq!(way(Better::Lower), turned);
    }

    #[test]
    fn a_trend_is_about_change_and_not_about_height(values in proptest::collection::vec(0..100i32, 2..14), more in 0..500i32) {
        let higher: Vec<i32> = values.iter().map(|value| value + more).collect();
        let of = |values: &[i32]| series(Better::Lower, None, values);
        prop_assert_eq!(of(&values).trend(), of(&higher).trend());
        prop_assert_eq!(of(&values).run(), of(&higher).run());
    }

    #[test]
    fn a_run_is_as_long_as_the_numbers_say(values in proptest::collection::vec(0..100i32, 2..14)) {
        let up = values.windows(2).rev().take_while(|pair| pair[1] > pair[0]).count();
        let down = values.windows(2).rev().take_while(|pair| pair[1] < pair[0]).count();
        let expected = if up > 1 { Some((Way::Better, up)) } else if down > 1 { Some((Way::Worse, down)) } else { None };
        prop_assert_eq!(series(Better::Higher, None, &values).run(), expected);
    }

    #[test]
    fn a_target_once_met_is_met_by_every_better_number(target in 0..100i32, value in 0..100i32, more in 0..50i32) {
        let aim = |value| series(Better::Higher, Some(f64::from(target)), &[value]).aim().unwrap();
        if aim(value) == Aim::Met {
            prop_assert_eq!(aim(value + more), Aim::Met);
        }
        prop_assert_eq!(aim(value) == Aim::Met, value >= target);
    }

    #[test]
    fn no_count_and_no_share_of_one_to_four_children_is_published(of in 1..400i64, some in 0..400i64) {
        let are = some.min(of);
        let share = are as f64 * 100.0 / of as f64;
        let small = |n: i64| (1..=4).contains(&n);
        prop_assert_eq!(hides_figure(share, Some(of), "%", true), small(are) || small(of - are));
        prop_assert_eq!(hides_figure(are as f64, None, "children", true), small(are));
    }
}
