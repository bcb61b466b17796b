using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Validation;

namespace Modelwright.Tests.Data;

/// <summary>Small seeded tables with a known answer.</summary>
internal static class SmallTables
{
    /// <summary>Two classes that two of the columns tell apart, with some noise.</summary>
    public static Table Classes(int rows, int seed = 1)
    {
        var random = new Random(seed);
        var (age, income, plan, label) = (new double[rows], new double[rows], new string?[rows], new string?[rows]);
        for (var row = 0; row < rows; row++)
        {
            age[row] = random.Next(18, 80);
            income[row] = random.NextDouble() < 0.1 ? double.NaN : Math.Round(random.NextDouble() * 1000) / 10;
            plan[row] = random.Next(3) switch { 0 => "basic", 1 => "plus", _ => "pro" };
            var score = (0.08 * (age[row] - 45)) + (plan[row] == "pro" ? 1.5 : 0) + (random.NextDouble() - 0.5);
            label[row] = score > 0 ? "yes" : "no";
        }

        return new([new NumberColumn("age", age), new NumberColumn("income", income), CategoryColumn.FromTexts("plan", plan), CategoryColumn.FromTexts("churned", label)]);
    }

    /// <summary>A number that is a sum of two columns, with some noise.</summary>
    public static Table Numbers(int rows, int seed = 1)
    {
        var random = new Random(seed);
        var (first, second, answer) = (new double[rows], new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            first[row] = random.NextDouble() * 10;
            second[row] = random.NextDouble() * 10;
            answer[row] = (3 * first[row]) - second[row] + random.NextDouble();
        }

        return new([new NumberColumn("first", first), new NumberColumn("second", second), new NumberColumn("answer", answer)]);
    }

    /// <summary>The schema of <see cref="Classes"/>.</summary>
    public static Schema ClassesSchema { get; } = new(
    [
        new("age", ColumnType.Number),
        new("income", ColumnType.Number),
        new("plan", ColumnType.Category) { Levels = ["basic", "plus", "pro"] },
        new("churned", ColumnType.Category, ColumnRole.Target) { Levels = ["no", "yes"] },
    ]);

    /// <summary><see cref="Classes"/> as the stages see them.</summary>
    public static LabelledRows LabelledClasses(int rows, int seed = 1)
    {
        var table = Classes(rows, seed);
        return new(LearningTask.Classification, ClassesSchema, table) { Target = table["churned"] };
    }
}
