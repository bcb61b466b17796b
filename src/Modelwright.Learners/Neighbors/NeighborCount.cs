using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Learners.Neighbors;

/// <summary>Chooses how many neighbours answer by the loss of validation rows: one search for the most of them serves all numbers.</summary>
internal sealed class NeighborCount
{
    private const int MostRows = 1000;
    private const int RowsOfBlock = 128;

    /// <summary>A probability is held above this in the log loss.</summary>
    private const double LeastProbability = 1e-15;

    private static readonly int[] Numbers = [1, 2, 3, 5, 7, 10, 14, 20, 28, 40, 56, 80, 112];

    private readonly NeighborFit _fit;
    private readonly int[] _numbers;
    private readonly IForm[] _forms;
    private readonly double[] _losses;

    /// <summary>Makes a form for each number that is half the points or less.</summary>
    public NeighborCount(NeighborFit fit, NeighborVote vote)
    {
        _fit = fit;
        _numbers = [.. Numbers.Where(number => number <= Math.Max(1, fit.Index.Count / 2))];
        _forms = [.. _numbers.Select(number => fit.Form(number, vote))];
        _losses = new double[_numbers.Length];
    }

    /// <summary>The number of least loss, null where no row could be looked at, and whether the deadline came before all were.</summary>
    public (int? Neighbors, bool WasLate) Best(TrainingSet validation, IReadOnlyList<string> classes, FitContext context)
    {
        var truth = Truth(validation.Target!, classes);
        var stride = (truth.Length + MostRows - 1) / MostRows;
        int[] rows = [.. Enumerable.Range(0, truth.Length).Where(row => row % stride == 0 && double.IsFinite(truth[row]))];
        var looked = 0;
        while (looked < rows.Length)
        {
            if (context.IsLate)
            {
                return (looked > 0 ? Least() : null, true);
            }

            context.Cancellation.ThrowIfCancellationRequested();
            var some = rows[looked..Math.Min(rows.Length, looked + RowsOfBlock)];
            Add(validation.Features.Take(some), [.. some.Select(row => truth[row])], [.. some.Select(row => validation.Weights?[row] ?? 1)]);
            looked += some.Length;
        }

        return (looked > 0 ? Least() : null, false);
    }

    private int Least() => _numbers[Array.IndexOf(_losses, _losses.Min())];

    /// <summary>The class's position or the number of each row; NaN where it is not known.</summary>
    private static double[] Truth(Column target, IReadOnlyList<string> classes)
    {
        if (target is CategoryColumn codes)
        {
            var map = codes.MapTo(classes);
            return [.. TargetValues.Classes(codes).Select(code => code < 0 ? double.NaN : map?[code] ?? code).Select(code => code < 0 ? double.NaN : code)];
        }

        return TargetValues.Numbers(target);
    }

    private void Add(Table rows, double[] truth, double[] weights)
    {
        var most = _numbers[^1];
        var (points, distances) = (new int[truth.Length * most], new double[truth.Length * most]);
        _fit.Index.Find(rows, points, distances);
        for (var form = 0; form < _forms.Length; form++)
        {
            for (var row = 0; row < truth.Length; row++)
            {
                var near = points.AsSpan(row * most, _numbers[form]);
                _losses[form] += weights[row] * Loss(_forms[form], truth[row], near, distances.AsSpan(row * most, _numbers[form]));
            }
        }
    }

    private static double Loss(IForm form, double truth, ReadOnlySpan<int> points, ReadOnlySpan<double> distances)
    {
        if (form is NumberNeighborsForm numbers)
        {
            // Where squares would leave the range of numbers, all numbers of neighbours count as equally bad.
            var difference = Math.Min(1e150, Math.Abs(numbers.Answer(points, distances) - truth));
            return difference * difference;
        }

        var classes = (ClassNeighborsForm)form;
        var answer = new double[classes.Classes.Count];
        classes.Answer(points, distances, answer);
        return -Math.Log(Math.Max(LeastProbability, answer[(int)truth]));
    }
}
