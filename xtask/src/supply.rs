//! What others wrote and we build upon: under which licence, from where, and what is known against it.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{command, needs, node, place};

/// Licences of the packages that the ui is built with and made of, as npm's lock files name them. What is only used to
/// build and to test may have more than what is shipped.
const SHIPPED: [&str; 4] = ["Apache-2.0", "ISC", "MIT", "OFL-1.1"];
const BUILT_WITH: [&str; 6] =
    ["0BSD", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC-BY-4.0", "MPL-2.0"];

/// Checks licences, bans and origins of every crate and every npm package. It asks no list on the network.
///
/// # Errors
/// When something has a licence that we do not take, or comes from somewhere else.
pub fn check() -> Result<()> {
    let help = "Use another crate, or take it up in deny.toml with a reason.";
    deny(&["licenses", "bans", "sources"], help)?;
    for folder in [place::ui(), place::conformance()] {
        let refused = refused(&packages(&folder)?);
        if !refused.is_empty() {
            bail!(
                "Use another package, or take its licence up in xtask/src/supply.rs with a reason.\n  {}",
                refused.join("\n  ")
            );
        }
    }
    println!(
        "Known weaknesses are not looked for here, because their lists are on the network: `cargo xtask audit` does."
    );
    Ok(())
}

/// Looks for known weaknesses in crates and npm packages. It asks the network.
///
/// # Errors
/// When one is known, or the lists cannot be had.
pub fn audit() -> Result<()> {
    deny(&["advisories"], "Read above which crate to renew, or connect to the internet.")?;
    for folder in [place::ui(), place::conformance()] {
        let mut audit = node::npm(&folder, &["audit", "--package-lock-only"]);
        command::see(&mut audit, "Read above which package to renew, or connect to the internet.")?;
    }
    Ok(())
}

fn deny(what: &[&str], help: &str) -> Result<()> {
    let tool = needs::cargo_deny()?;
    let arguments = ["--locked", "--log-level", "error", "check", "--hide-inclusion-graph"];
    let mut deny = command::command(&tool.to_string_lossy(), &arguments);
    deny.args(what);
    command::see(&mut deny, help)
}

/// The packages of a folder as npm lists them: a bill of materials in CycloneDX, from the lock file alone.
///
/// # Errors
/// When npm cannot read the lock file.
pub fn packages(folder: &std::path::Path) -> Result<Value> {
    let mut npm = node::npm(folder, &["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]);
    let listed =
        command::hush(&mut npm, "Mend the lock file: `npm install` in the folder of the package.json.")?;
    serde_json::from_slice(&listed.stdout).context("Use npm 10 or newer: this one's list cannot be read.")
}

/// Each package whose licence we do not take, in one line.
fn refused(listed: &Value) -> Vec<String> {
    let components = listed["components"].as_array().into_iter().flatten();
    components
        .filter_map(|it| {
            let is_tool = it["properties"]
                .as_array()
                .is_some_and(|all| all.iter().any(|one| one["name"] == "cdx:npm:package:development"));
            let licence = licence(it);
            let taken = licence.as_deref().is_some_and(|it| is_taken(it, is_tool));
            let name = it["purl"].as_str().or(it["name"].as_str()).unwrap_or("a package");
            (!taken).then(|| format!("{name}: {}", licence.as_deref().unwrap_or("it names no licence")))
        })
        .collect()
}

fn licence(component: &Value) -> Option<String> {
    let all: Vec<&str> = component["licenses"]
        .as_array()?
        .iter()
        .filter_map(|it| {
            it["expression"].as_str().or(it["license"]["id"].as_str()).or(it["license"]["name"].as_str())
        })
        .collect();
    (!all.is_empty()).then(|| all.join(" AND "))
}

fn is_taken(expression: &str, is_tool: bool) -> bool {
    let known = |licence: &str| SHIPPED.contains(&licence) || (is_tool && BUILT_WITH.contains(&licence));
    let Ok(expression) = spdx::Expression::parse(expression) else { return false };
    expression
        .evaluate(|asked| asked.license.id().is_some_and(|id| known(id.name)) && asked.addition.is_none())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn package(licences: Value, is_tool: bool) -> Vec<String> {
        let properties = if is_tool {
            json!([{ "name": "cdx:npm:package:development", "value": "true" }])
        } else {
            json!([])
        };
        refused(&json!({ "components": [
            { "name": "a", "purl": "pkg:npm/a@1", "properties": properties, "licenses": licences },
        ]}))
    }

    #[test]
    fn what_we_use_has_licences_that_we_take() -> Result<()> {
        for folder in [place::ui(), place::conformance()] {
            let listed = packages(&folder)?;
            assert!(listed["components"].as_array().is_some_and(|it| !it.is_empty()), "{}", folder.display());
            assert_eq!(refused(&listed), Vec::<String>::new());
        }
        Ok(())
    }

    #[test]
    fn a_licence_that_we_take_passes_and_one_of_several_is_enough() {
        assert!(package(json!([{ "license": { "id": "MIT" } }]), false).is_empty());
        assert!(package(json!([{ "expression": "(GPL-3.0-only OR Apache-2.0)" }]), false).is_empty());
    }

    #[test]
    fn another_licence_and_none_are_refused_by_name() {
        let refused = package(json!([{ "license": { "id": "AGPL-3.0-only" } }]), true);
        assert_eq!(refused, ["pkg:npm/a@1: AGPL-3.0-only"]);
        assert_eq!(package(json!([{ "expression": "MIT AND GPL-2.0-only" }]), true).len(), 1);
        assert_eq!(package(json!([{ "license": { "name": "see LICENSE.txt" } }]), true).len(), 1);
        assert_eq!(package(Value::Null, false), ["pkg:npm/a@1: it names no licence"]);
    }

    #[test]
    fn what_is_only_built_with_may_have_more_than_what_is_shipped() {
        let licence = json!([{ "license": { "id": "MPL-2.0" } }]);
        assert!(package(licence.clone(), true).is_empty());
        assert_eq!(package(licence, false).len(), 1);
    }
}
