using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Measures;
using Modelwright.Recording;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Packaging;
using Modelwright.Validation.Answering;

namespace Modelwright.Monitoring.Windows;

/// <summary>What a model answers to rows of a window.</summary>
internal sealed class AnsweredRows
{
    private readonly Package _package;
    private readonly WindowRows _rows;
    private readonly double[] _outputs;

    private AnsweredRows(Package package, WindowRows rows, double[] outputs)
    {
        (_package, _rows, _outputs) = (package, rows, outputs);
        Metric = package.Model.Schema.Target is null ? null : BuiltInMetrics.Get(Documents.ReadPlan(package.PlanJson, "plan.json of the package").Metric);
        Positive = PositiveOf();
    }

    /// <summary>What the model is to be good at; null for a task without a target.</summary>
    public IMetric? Metric { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Table.RowCount;

    /// <summary>The classes; empty where numbers are answered.</summary>
    public IReadOnlyList<string> Classes => (_package.Model.Form as IPredictsClasses)?.Classes ?? [];

    /// <summary>Position of the class that is looked for, of two.</summary>
    public int Positive { get; }

    /// <summary>Probabilities row by row, or numbers.</summary>
    public double[] Outputs => _outputs;

    /// <summary>Asks the model; null where it refuses such rows or answers a row by others.</summary>
    public static AnsweredRows? Of(Package package, WindowRows rows, int threads, CancellationToken cancellation)
    {
        if (!rows.CanBeAnswered || package.Model.Form is IReadsInOrder)
        {
            return null;
        }

        var decision = new AnsweringDecision { FoldIntervals = package.Model.Rules.FoldIntervals };
        return new(package, rows, RawAnswers.Of(package.Model.Form, rows.Table, decision, threads, cancellation).Numbers);
    }

    /// <summary>What is answered as columns whose distribution is compared: the class and the probability of the one that is looked for or of the first; or the numbers.</summary>
    public IReadOnlyList<Column> Columns()
    {
        if (Classes.Count > 0)
        {
            var said = Said();
            return
            [
                new CategoryColumn("answered class", Classes, said),
                Classes.Count == 2
                    ? new NumberColumn($"probability of {Classes[Positive]}", [.. Enumerable.Range(0, Count).Select(row => _outputs[(row * 2) + Positive])])
                    : new NumberColumn("probability of the answered class", [.. Enumerable.Range(0, Count).Select(row => _outputs[(row * Classes.Count) + said[row]])]),
            ];
        }

        if (_package.Model.Form is IPredictsNumbers)
        {
            return [new NumberColumn("answered number", [.. _outputs])];
        }

        var names = ((IAnswersColumns)_package.Model.Form).Answers;
        return [.. names.Select((answer, place) => new NumberColumn(answer.Name, [.. Enumerable.Range(0, Count).Select(row => _outputs[(row * names.Count) + place])]))];
    }

    /// <summary>Answers of all rows with a truth that is made up: for what reads the answers alone.</summary>
    public Answers WithoutTruth() => Classes.Count > 0
        ? new ClassAnswers(Classes, new int[Count], _outputs) { Positive = Positive, Decided = Decided(), Weights = Weights() }
        : new NumberAnswers(new double[Count], _outputs) { Weights = Weights() };

    /// <summary>Answers of the rows whose truth is known, paired with it.</summary>
    public Answers? Paired()
    {
        if (_rows.Labelled.Length == 0)
        {
            return null;
        }

        var target = _rows.Table[_package.Model.Schema.Target!.Name];
        Answers all = WithoutTruth();
        if (all is ClassAnswers classes && target is CategoryColumn category)
        {
            var map = category.MapTo(Classes);
            int[] truth = [.. Enumerable.Range(0, Count).Select(row => Math.Max(0, category.Codes.At(row) is >= 0 and var code ? map?[code] ?? code : 0))];
            all = new ClassAnswers(Classes, truth, _outputs) { Positive = Positive, Decided = classes.Decided, Weights = classes.Weights };
        }
        else if (target is NumberColumn numbers)
        {
            all = new NumberAnswers([.. Enumerable.Range(0, Count).Select(row => numbers.Values.At(row) is var value && double.IsFinite(value) ? value : 0)], _outputs) { Weights = all.Weights };
        }

        return all.Take(_rows.Labelled);
    }

    private int[] Said()
    {
        var rules = _package.Model.Rules;
        return [.. Enumerable.Range(0, Count).Select(row => rules.Choose(_outputs.AsSpan(row * Classes.Count, Classes.Count)))];
    }

    private int[]? Decided() => _package.Model.Rules.Decision is null ? null : Said();

    // A weight that is missing or below 0 counts as none.
    private double[]? Weights() => _package.Model.Schema.WithRole(ColumnRole.Weight).FirstOrDefault() is { } spec && _rows.Table.TryGet(spec.Name, out var column) && column is NumberColumn numbers
        ? [.. Enumerable.Range(0, Count).Select(row => numbers.Values.At(row) is >= 0 and < double.PositiveInfinity and var weight ? weight : 0)]
        : null;

    private int PositiveOf()
    {
        if (Metric is null || Classes.Count == 0)
        {
            return Math.Min(1, Math.Max(0, Classes.Count - 1));
        }

        var named = Documents.ReadPlan(_package.PlanJson, "plan.json of the package").Positive;
        var place = named is null ? -1 : Classes.ToList().IndexOf(named);
        return place >= 0 ? place : Math.Min(1, Classes.Count - 1);
    }
}
