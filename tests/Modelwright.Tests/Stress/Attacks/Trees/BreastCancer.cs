using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Trees;
using Modelwright.Measures;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Stress;

namespace Modelwright.Tests.Stress.Attacks.Trees;

/// <summary>The diagnoses of samples/breast-cancer, with forests that are grown on half of them.</summary>
internal static class BreastCancer
{
    private static readonly string[] Classes = ["benign", "malignant"];
    private static readonly Lazy<Table> AllRows = new(Read);

    public static Schema Schema { get; } = new(
    [
        .. AllRows.Value.Names.SkipLast(1).Select(name => new ColumnSpec(name, ColumnType.Number)),
        new("diagnosis", ColumnType.Category, ColumnRole.Target) { Levels = Classes },
    ]);

    private static Table Half(int half) => AllRows.Value.Take([.. Enumerable.Range(0, AllRows.Value.RowCount).Where(row => row % 2 == half)]);

    /// <summary>A forest on half of the rows.</summary>
    public static ClassTreesForm Forest(int trees, int depth)
    {
        var rows = Half(0);
        var settings = ParameterValues.Default.With("trees", trees).With("max_depth", depth);
        var fitted = new RandomForestLearner().Fit(new(LearningTask.Classification, rows.Without(["diagnosis"])) { Target = rows["diagnosis"] }, settings, new() { Seed = 1 });
        return (ClassTreesForm)fitted.Form;
    }

    /// <summary>A forest with the rows it has not seen.</summary>
    public static StressedModel Model(ClassTreesForm form) => new(Schema, Half(1), BuiltInMetrics.Get("accuracy"), (rows, _) => Answer(form, rows), groups: null, CancellationToken.None);

    public static ClassAnswers Answer(ClassTreesForm form, Table rows)
    {
        var shares = new double[2 * rows.RowCount];
        form.PredictProbabilities(rows, shares);
        var truth = (CategoryColumn)rows["diagnosis"];
        return new(Classes, [.. Enumerable.Range(0, rows.RowCount).Select(row => truth.Codes.At(row))], shares);
    }

    private static Table Read()
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "samples", "breast-cancer", "breast_cancer.csv"));
        var names = lines[0].Split(',');
        string[][] cells = [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];
        return new(
        [
            .. names.SkipLast(1).Select((name, place) => new NumberColumn(name, [.. cells.Select(row => double.Parse(row[place], CultureInfo.InvariantCulture))])),
            new CategoryColumn(names[^1], Classes, [.. cells.Select(row => Array.IndexOf(Classes, row[^1]))]),
        ]);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Modelwright.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The samples were not found. Run the tests from a clone.");
    }
}
