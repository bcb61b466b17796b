using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Recording;
using Modelwright.Reports;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Studio.Views;

/// <summary>A package as blocks of a page: what it is, reads, leans on, and how it was made.</summary>
internal static class EvidenceBlocks
{
    private const int MostLevels = 5;
    private const int MostColumns = 15;

    internal static IReadOnlyList<ReportBlock> Facts(Package package, Evidence? evidence)
    {
        var model = package.Model;
        List<Fact> facts = [new("Task", model.Task.Name)];
        facts.AddRange(model.Schema.Target is { } target ? [new Fact("Predicts", Texts.Clean(target.Name))] : []);
        if (evidence is not null)
        {
            facts.Add(new("Metric", evidence.Metric));
            facts.Add(new("Made from", $"{Numbers.Count(evidence.Rows.Shipped)} rows"));
            facts.AddRange(evidence.Classes is { Count: > 0 } classes ? [new Fact("Classes", Numbers.Count(classes.Count))] : []);
            facts.Add(new("Trained for", Texts.Duration(TimeSpan.FromSeconds(evidence.Seconds))));
        }

        facts.Add(new("Holds training rows", package.HoldsRows ? "yes" : "no"));
        facts.Add(new("Signed statements", Numbers.Count(package.Attestations.Count)));
        facts.Add(new("Model id", package.ModelId));
        return [new Facts(facts)];
    }

    /// <summary>What a person should know, severe things first; null without evidence.</summary>
    internal static Notices? Warnings(Evidence? evidence) => evidence is null ? null : new(
    [
        .. evidence.Findings.Where(finding => finding.Severity != "note").OrderBy(finding => finding.Severity == "severe" ? 0 : 1).Select(finding => new Notice(finding.Severity, $"{finding.Text} {finding.Remedy}")),
        .. evidence.Warnings.Select(text => new Notice("warning", text)),
    ]);

    internal static Grid Columns(Package package)
    {
        var baseline = package.Baseline.Columns.GroupBy(column => column.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return new(
            "Columns of the schema",
            [new("column", false), new("type", false), new("role", false), new("unit", false), new("missing", true), new("usual values", false)],
            [.. package.Model.Schema.Columns.Select(column => Row(column, baseline.GetValueOrDefault(column.Name)))]);
    }

    internal static IReadOnlyList<ReportBlock> Importance(Evidence? evidence) => evidence?.Importances is not { Columns.Count: > 0 } importances ? [] :
    [
        new BarChart
        {
            Title = "Permutation importance",
            Reading = $"How much worse {importances.Metric} gets where a column is shuffled among {Numbers.Count(importances.Rows)} rows that the model has not seen, with 95 % intervals.",
            Axis = $"how much worse {importances.Metric} gets",
            Names = "column",
            Bars = [.. importances.Columns.Take(MostColumns).Where(one => double.IsFinite(one.Value)).Select(one => new ChartBar(one.Column, one.Value) { Lower = one.Lower, Upper = one.Upper })],
        },
    ];

    internal static IReadOnlyList<ReportBlock> Plan(Package package)
    {
        TrainingPlan plan;
        try
        {
            plan = Documents.ReadPlan(package.PlanJson, "plan");
        }
        catch (OptionsException)
        {
            return [];
        }

        List<ReportBlock> blocks = [new Facts(
        [
            new("Metric", plan.Metric),
            new("Seed", plan.Seed.ToString(CultureInfo.InvariantCulture)),
            new("Features", (plan.Features ?? FeatureChoice.All).ToString().ToLowerInvariant()),
            .. plan.Decision is { } decided ? [new Fact("Validated by", decided.Folds > 0 ? string.Create(CultureInfo.InvariantCulture, $"{decided.Splitter}, {decided.Folds} folds") : decided.Splitter)] : Array.Empty<Fact>(),
        ])];
        if (plan.Decision is { Members.Count: > 0 } decision)
        {
            blocks.Add(new Grid(
                "Members of the model",
                [new("learner", false), new("weight", true), new("setting", false)],
                [.. decision.Members.Select(member => (IReadOnlyList<string>)[member.Learner, Numbers.Percent(member.Weight), string.Join(", ", member.Parameters.Take(1).SelectMany(setting => setting).Select(pair => $"{pair.Key}={pair.Value}"))])]));
        }

        return blocks;
    }

    private static IReadOnlyList<string> Row(ColumnSpec column, ColumnStatistics? usual) =>
    [
        column.Name,
        column.IsBoolean ? "yes or no" : column.Type.ToString().ToLowerInvariant(),
        column.Role.ToString().ToLowerInvariant(),
        column.Unit ?? "",
        usual is null ? "" : Numbers.Percent(usual.MissingShare),
        UsualValues.Say(column, usual, MostLevels),
    ];
}
