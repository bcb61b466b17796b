using Modelwright.Core.Data;
using Modelwright.Generator.Tests.Data;

namespace Modelwright.Generator.Tests;

public sealed class NameTests
{
    [Fact]
    public void Properties_OfColumns_AreTheirWords()
    {
        (string Column, string Property)[] names =
        [
            ("2nd class", "_2ndClass"),
            ("class", "Class"),
            ("a-b", "AB"),
            ("a b", "AB_2"),
            ("A_B", "AB_3"),
            ("AB_2", "AB2"),
            ("été", "Été"),
            ("e\u0301te\u0301", "E\u0301te\u0301"),
            ("PassengerId", "PassengerId"),
            ("mean_radius", "MeanRadius"),
            ("x1_2", "X1_2"),
            ("年齢", "年齢"),
            ("%", "Column"),
            ("\"}; evil();", "Evil"),
            ("/// </summary>", "Summary"),
            ("line\u2028break", "LineBreak"),
            ("bidi\u202Eeno", "BidiEno"),
            ("🙂", "Column_2"),
            ("clone", "Clone_2"),
            ("to string", "ToString_2"),
            ("ToString", "ToString_3"),
            ("input", "Input_2"),
        ];

        var run = Run(SmallPackages.OfClasses(names.Select(name => name.Column), "no", "yes"));

        Assert.Empty(run.Faults);
        Assert.Equal(names.Select(name => name.Property), Properties(run));
    }

    [Fact]
    public void Labels_OfClasses_AreTheClasses()
    {
        (string Class, string Label)[] names =
        [
            ("no", "no"),
            ("No", "No"),
            ("not a-b", "not_a_b"),
            ("not a b", "not_a_b_2"),
            ("1", "_1"),
            ("-1", "_1_2"),
            ("", "_"),
            ("true", "@true"),
            ("Label", "Label"),
            ("Equals", "Equals"),
            ("value__", "value___2"),
            ("</summary>\n}", "__summary___"),
            ("très", "très"),
        ];

        var run = Run(SmallPackages.OfClasses(["a"], [.. names.Select(name => name.Class)]));

        Assert.Empty(run.Faults);
        Assert.Equal(names.Select((name, place) => $"{name.Label} = {place},"), Lines(run, " = ").Where(line => line.EndsWith(',')));
    }

    [Fact]
    public void Types_OfColumns_AreTheirOwn()
    {
        var run = Run(SmallPackages.OfColumns(
            [
                new("number", ColumnType.Number),
                new("category", ColumnType.Category) { Levels = ["a", "b"] },
                new("answer", ColumnType.Category) { Levels = ["No", "Yes "], IsBoolean = true },
                new("sides", ColumnType.Category) { Levels = ["left", "right"], IsBoolean = true },
                new("time", ColumnType.Time),
                new("text", ColumnType.Text),
                new("unread", ColumnType.Number, ColumnRole.Ignore),
                new("row", ColumnType.Text, ColumnRole.Id),
            ],
            "no",
            "yes"));

        Assert.Empty(run.Faults);
        Assert.Equal(
            [
                "public double? Number { get; init; }",
                "public string? Category { get; init; }",
                "public bool? Answer { get; init; }",
                "public string? Sides { get; init; }",
                "public global::System.DateTime? Time { get; init; }",
                "public string? Text { get; init; }",
            ],
            Lines(run, "{ get; init; }"));
    }

    [Fact]
    public void LongName_IsCut()
    {
        var run = Run(SmallPackages.OfClasses([new string('a', 1000), new string('a', 999)], new string('b', 1000), "no"));

        Assert.Empty(run.Faults);
        Assert.Equal([$"A{new string('a', 99)}", $"A{new string('a', 99)}_2"], Properties(run));
    }

    private static GeneratorRun Run(byte[] package)
    {
        using var folder = new TempFolder();
        return GeneratorRun.Of(GeneratorRun.Class("a.mw"), folder.Write("a.mw", package));
    }

    private static IEnumerable<string> Properties(GeneratorRun run) => Lines(run, "{ get; init; }").Select(line => line.Split(' ')[2]);

    private static IEnumerable<string> Lines(GeneratorRun run, string part) =>
        run.Source.Split('\n').Where(line => line.Contains(part, StringComparison.Ordinal)).Select(line => line.Trim());
}
