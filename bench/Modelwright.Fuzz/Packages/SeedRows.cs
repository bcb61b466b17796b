using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Fuzz.Packages;

/// <summary>A few made-up rows with a column of every type.</summary>
internal static class SeedRows
{
    private const int Count = 48;
    private static readonly string[] Plans = ["basic", "gold", "pro"];
    private static readonly string[] Notes = ["late payment twice", "no late payment", "asked to leave", "no remark at all"];

    private static readonly string?[] Tags = ["red,blue", "blue", null, "red, green", "blue,red,blue"];
    private static readonly string[] Codes = ["""["a","b"]""", """["b"]""", "[]", """["a",1]"""];
    private static readonly string[] Places = ["52.52, 13.40", "48.14, 11.58", "-33.87, 151.21"];

    /// <summary>The rows with a target: a number, or one of so many classes.</summary>
    /// <param name="classes">Number of classes; 0 for a number.</param>
    /// <param name="hasLists">Whether there are lists and places in cells as well.</param>
    internal static (Schema Schema, Table Rows) Of(int classes, bool hasLists = false)
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
            .. hasLists ? Lists(rows) : [],
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
            .. hasLists ? ListSpecs : [],
        ]);
        return (schema, Admission.Admit(raw, schema, needsTarget: true).Table);
    }

    private static ColumnSpec[] ListSpecs =>
    [
        new("Tags", ColumnType.Text) { Kind = ColumnKind.List, ListSeparator = "," },
        new("Codes", ColumnType.Text) { Kind = ColumnKind.List, ListSeparator = "json" },
        new("Place", ColumnType.Text) { Kind = ColumnKind.Coordinates },
    ];

    private static Column[] Lists(int[] rows) =>
    [
        new TextColumn("Tags", [.. rows.Select(row => Tags[row % Tags.Length])]),
        new TextColumn("Codes", [.. rows.Select(row => Codes[row % Codes.Length])]),
        new TextColumn("Place", [.. rows.Select(row => row % 17 == 0 ? null : Places[row % Places.Length])]),
    ];
}
