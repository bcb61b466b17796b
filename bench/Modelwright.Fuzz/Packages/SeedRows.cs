using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Fuzz.Packages;

/// <summary>A few made-up rows with a column of every type.</summary>
internal static class SeedRows
{
    private const int Count = 48;
    private static readonly string[] Plans = ["basic", "gold", "pro"];
    private static readonly string[] Notes = ["late payment twice", "no late payment", "asked to leave", "no remark at all"];

    /// <summary>The rows with a target: a number, or one of so many classes.</summary>
    /// <param name="classes">Number of classes; 0 for a number.</param>
    internal static (Schema Schema, Table Rows) Of(int classes)
    {
        int[] rows = [.. Enumerable.Range(0, Count)];
        var raw = new Table(
        [
            new NumberColumn("Tenure", [.. rows.Select(row => (double)(row * 7 % 31))]),
            CategoryColumn.FromTexts("Plan", [.. rows.Select(row => row % 11 == 0 ? null : Plans[row % 3])]),
            new NumberColumn("Age", [.. rows.Select(row => row % 7 == 0 ? double.NaN : 18.5 + (row * 13 % 50))]),
            new TimeColumn("Since", [.. rows.Select(row => row % 13 == 0 ? TimeColumn.Missing : new DateTime(2020, 1, 1).AddDays(row * 9).Ticks)]),
            new TextColumn("Note", [.. rows.Select(row => row % 9 == 0 ? null : Notes[row % Notes.Length])]),
            CategoryColumn.FromTexts("Member", [.. rows.Select(row => row % 2 == 0 ? "True" : "False")]),
            classes == 0 ? new NumberColumn("target", [.. rows.Select(row => (row * 7 % 31 * 2.5) + (row % 3))]) : CategoryColumn.FromTexts("target", [.. rows.Select(row => $"class {row * 7 % 31 * classes / 31}")]),
        ]);
        var schema = new Schema(
        [
            new("Tenure", ColumnType.Number) { Unit = "months", Kind = ColumnKind.Longitude },
            new("Plan", ColumnType.Category) { Levels = Plans },
            new("Age", ColumnType.Number) { MissingMarkers = ["NA", "-1"], NumberDecorations = ["$", ","], Kind = ColumnKind.Latitude },
            new("Since", ColumnType.Time) { TimeFormats = ["yyyy-MM-dd", "dd.MM.yyyy"] },
            new("Note", ColumnType.Text),
            new("Member", ColumnType.Category) { Levels = ["False", "True"], IsBoolean = true },
            new("target", classes == 0 ? ColumnType.Number : ColumnType.Category, ColumnRole.Target) { Levels = raw["target"] is CategoryColumn target ? target.Levels : [] },
        ]);
        return (schema, Admission.Admit(raw, schema, needsTarget: true).Table);
    }
}
