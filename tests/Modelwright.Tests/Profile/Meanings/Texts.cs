using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Tests.Profile.Meanings;

/// <summary>Columns of texts, and what is made of them.</summary>
internal static class Texts
{
    internal static DataProfile Inspect(string name, params string?[] texts) =>
        Profiler.Inspect(new([new TextColumn(name, texts)]), null, TestContext.Current.CancellationToken);

    internal static ColumnProfile Of(params string?[] texts) => Inspect("x", texts).Columns[0];

    /// <summary>The texts parted by " | ".</summary>
    internal static string?[] Parted(string texts) => [.. texts.Split(" | ")];

    /// <summary>The first finding of a kind in full; null where there is none.</summary>
    internal static string? Finding(DataProfile profile, string kind) =>
        profile.Findings.FirstOrDefault(finding => finding.Kind == kind) is { } found ? $"{found.Severity}: {found.Text} {found.Remedy}" : null;

    internal static double Read(ColumnSpec spec, string text) => CellText.TryNumber(text, spec, out var value) ? value : double.NaN;
}
