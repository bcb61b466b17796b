using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Stress.Attacks.Threats;

namespace Modelwright.Testing.Attacks;

/// <summary>A smooth model over columns of every type, and three trees over numbers and a category.</summary>
internal static class AttackSamples
{
    private const int RowCount = 60;
    private static readonly string[] Classes = ["no", "yes"];
    private static readonly string[] Plans = ["basic", "plus", "pro"];
    private static readonly string[] Notes = ["all good here", "bad and slow", "good good", "nothing to say", "bad bad service"];

    private static readonly Schema Columns = new(
    [
        new("row", ColumnType.Number, ColumnRole.Id),
        new("income", ColumnType.Number),
        new("savings", ColumnType.Number),
        new("visits", ColumnType.Number),
        new("birth", ColumnType.Number),
        new("plan", ColumnType.Category) { Levels = Plans },
        new("note", ColumnType.Text),
        new("churned", ColumnType.Category, ColumnRole.Target) { Levels = Classes },
    ]);

    private static readonly Threat Usual = new(
    [
        new() { Name = "income", Minimum = 0, Maximum = 1000, Cost = 0.01 },
        new() { Name = "savings", Minimum = 0, Maximum = 1000, Cost = 0.01 },
        new() { Name = "visits", Direction = ThreatDirection.Up, Step = 1, Maximum = 40, Cost = 0.2 },
        new() { Name = "birth", Mutable = false },
        new() { Name = "plan", Levels = ["basic", "pro"] },
        new() { Name = "note" },
    ])
    {
        Budget = 3,
        Rules = [new("savings") { AtMost = "income" }],
    };

    /// <summary>All samples.</summary>
    public static IReadOnlyList<AttackSample> All { get; } = [Smooth(), Trees()];

    /// <summary>A form of the trees' kind that answers the same for every row.</summary>
    public static ClassTreesForm Constant { get; } = new(new([new("income", ColumnType.Number, [])], [Tree.SingleLeaf(-1)]), Classes, ProbabilityLink.Logistic);

    /// <summary>Answers by a form.</summary>
    public static ClassAnswers Ask(ClassTreesForm form, Table rows)
    {
        var shares = new double[2 * rows.RowCount];
        form.PredictProbabilities(rows, shares);
        return Answers(rows, shares);
    }

    private static AttackSample Smooth()
    {
        var sample = new AttackSample("a smooth model", Columns, Draw(), Usual, (rows, _) => Answers(rows, Shares(rows)), null);
        return sample with { Rows = Labelled(sample.Rows, Shares(sample.Rows)) };
    }

    private static AttackSample Trees()
    {
        ClassTreesForm form = new(
            new(
                [new("income", ColumnType.Number, []), new("visits", ColumnType.Number, []), new("plan", ColumnType.Category, Plans)],
                [Split(0, 500, -1, 1), Split(1, 15.5, -0.4, 0.6), Set(2, 0b100, 0.5, -0.3)]),
            Classes,
            ProbabilityLink.Logistic);
        var rows = Draw();
        var shares = new double[2 * RowCount];
        form.PredictProbabilities(rows, shares);
        var threat = Usual with { Columns = [.. Usual.Columns.Select(column => column.Name == "note" ? column with { Mutable = false } : column)] };
        return new("three trees", Columns, Labelled(rows, shares), threat, (brought, _) => Ask(form, brought), form);
    }

    private static Tree Split(int input, double threshold, double low, double high) => new()
    {
        Feature = [input],
        Threshold = [threshold],
        Left = [-1],
        Right = [-2],
        MissingLeft = [true],
        CategoryStart = [-1],
        CategoryWords = [0],
        CategoryBits = [],
        Leaves = [low, high],
    };

    private static Tree Set(int input, uint levels, double inside, double outside) => new()
    {
        Feature = [input],
        Threshold = [0],
        Left = [-1],
        Right = [-2],
        MissingLeft = [false],
        CategoryStart = [0],
        CategoryWords = [1],
        CategoryBits = [levels],
        Leaves = [inside, outside],
    };

    private static Table Draw()
    {
        var chance = new Chance(3);
        T[] Filled<T>(Func<int, T> make) => [.. Enumerable.Range(0, RowCount).Select(make)];
        double[] income = Filled(_ => Math.Round(1000 * chance.Uniform(), 1));
        return new(
        [
            new NumberColumn("row", Filled(row => (double)row)),
            new NumberColumn("income", income),
            new NumberColumn("savings", Filled(row => chance.Next(10) == 0 ? double.NaN : Math.Round(income[row] * chance.Uniform(), 1))),
            new NumberColumn("visits", Filled(_ => (double)chance.Next(30))),
            new NumberColumn("birth", Filled(_ => 1950.0 + chance.Next(50))),
            new CategoryColumn("plan", Plans, Filled(_ => chance.Next(12) == 0 ? CategoryColumn.Missing : chance.Next(Plans.Length))),
            new TextColumn("note", Filled(_ => chance.Next(12) == 0 ? null : Notes[chance.Next(Notes.Length)])),
        ]);
    }

    /// <summary>The rows with what the model answers as their truth, so that each is answered rightly.</summary>
    private static Table Labelled(Table rows, double[] shares) =>
        rows.With(new CategoryColumn("churned", Classes, [.. Enumerable.Range(0, rows.RowCount).Select(row => shares[(2 * row) + 1] > shares[2 * row] ? 1 : 0)]));

    private static ClassAnswers Answers(Table rows, double[] shares) =>
        new(Classes, [.. Enumerable.Range(0, rows.RowCount).Select(row => rows.TryGet("churned", out var truth) && truth is CategoryColumn classes ? classes.Codes.At(row) : 0)], shares);

    private static double[] Shares(Table rows)
    {
        var shares = new double[2 * rows.RowCount];
        for (var row = 0; row < rows.RowCount; row++)
        {
            double Number(string name, double missing) => ((NumberColumn)rows[name]).Values.At(row) is var value && double.IsNaN(value) ? missing : value;
            var note = rows["note"].Format(row) ?? "";
            var score = ((Number("income", 500) - 500) / 200)
                - ((Number("savings", 250) - 250) / 300)
                + ((Number("visits", 15) - 15) / 8)
                + ((Number("birth", 1975) - 1975) / 10)
                + (rows["plan"].Format(row) == "pro" ? 1.2 : 0)
                + (0.9 * (note.Split("good").Length - note.Split("bad").Length));
            shares[(2 * row) + 1] = 1 / (1 + Math.Exp(-score));
            shares[2 * row] = 1 - shares[(2 * row) + 1];
        }

        return shares;
    }
}
