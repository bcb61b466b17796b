using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Runtime.Prediction;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

public sealed class TrainingLevelsTests
{
    private static readonly Schema Schema = new([new("city", ColumnType.Category), new("answer", ColumnType.Category, ColumnRole.Target)]);

    private static (Schema Schema, Table Rows, IReadOnlyList<string> Warnings) Keep(params string?[] cities)
    {
        var answers = cities.Select((_, row) => row == 0 ? "rare" : "usual").ToArray();
        var raw = new Table([CategoryColumn.FromTexts("city", cities), CategoryColumn.FromTexts("answer", answers)]);
        return TrainingLevels.Keep(Schema, raw, Admission.Admit(raw, Schema, needsTarget: true).Table);
    }

    [Fact]
    public void Keep_LevelOfOneRow_IsNotSeen()
    {
        var (schema, rows, warnings) = Keep("Bonn", "Köln", "Bonn", "Trier", null, "Köln");
        Assert.Equal(["Bonn", "Köln"], schema.Columns[0].Levels);
        var city = (CategoryColumn)rows["city"];
        Assert.Equal(["Bonn", "Köln", "(unseen)"], city.Levels);
        Assert.Equal([0, 1, 0, 2, CategoryColumn.Missing, 1], Enumerable.Range(0, 6).Select(row => city.Codes.At(row)));
        Assert.Empty(warnings);
    }

    [Fact]
    public void Keep_LevelOfOneRowInTheTarget_Stays() => Assert.Equal(["rare", "usual"], Keep("Bonn", "Bonn", "Bonn").Schema.Columns[1].Levels);

    [Fact]
    public void Keep_NoLevelTwice_LeavesTheColumnOutAndSaysSo()
    {
        var (schema, _, warnings) = Keep("Bonn", "Köln", null, "Trier");
        Assert.Equal(ColumnRole.Ignore, schema.Columns[0].Role);
        Assert.Equal(["'city' is left out: each of its 3 levels comes once, so nothing can be learned from it. Cut the value to what repeats, or give it the type text."], warnings);
    }

    [Fact]
    public async Task Run_LevelOfOneRow_IsNowhereInThePackage()
    {
        var table = SmallTables.Classes(300);
        var plan = (CategoryColumn)table["plan"];
        string?[] texts = [.. Enumerable.Range(0, 300).Select(row => row == 7 ? "Rosalind Quartermain" : plan.Format(row))];
        var told = new Training(table.With(CategoryColumn.FromTexts("plan", texts)), "churned") { Learners = new LearnerCatalog().AddBuiltIn(), Trials = 6 };
        var run = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        using var file = new MemoryStream();
        run.Package.Save(file);
        Assert.Equal(-1, file.ToArray().AsSpan().IndexOf("Quartermain"u8));
    }
}
