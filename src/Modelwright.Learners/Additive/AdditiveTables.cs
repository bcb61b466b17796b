using Modelwright.Core.Learning;
using Modelwright.Learners.Additive.Pairs;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Additive;

namespace Modelwright.Learners.Additive;

/// <summary>The tables of all terms, averaged over the bags: brought to mean 0 and made a form.</summary>
internal sealed class AdditiveTables(BoostTarget target, IReadOnlyList<BinnedInput> inputs, int leastRows)
{
    private readonly double[] _intercepts = [.. target.Base];
    private double[][] _shapes = [];
    private BoostedPair[] _pairs = [];
    private double[][] _cells = [];

    /// <summary>Takes the shapes of the columns.</summary>
    public void AddShapes(Bag[] bags) => _shapes = [.. Enumerable.Range(0, inputs.Count).Select(number => Mean(bags, number))];

    /// <summary>Takes the tables of pairs; those that no bag has learned are left out.</summary>
    public void AddPairs(Bag[] bags, BoostedPair[] pairs)
    {
        var tables = pairs.Select((_, number) => Mean(bags, number)).ToArray();
        int[] learned = [.. Enumerable.Range(0, pairs.Length).Where(pair => Array.Exists(tables[pair], value => value != 0))];
        _pairs = [.. learned.Select(pair => pairs[pair])];
        _cells = [.. learned.Select(pair => tables[pair])];
    }

    /// <summary>How much the shape of each column moves scores: the variance of what it adds.</summary>
    public double[] Strengths() => [.. inputs.Select((input, number) =>
    {
        var masses = Masses(input.Bins, input.Count);
        return Enumerable.Range(0, target.Outputs).Sum(output => Variance(masses, _shapes[number].AsSpan(output * input.Count, input.Count)));
    })];

    /// <summary>The form.</summary>
    /// <param name="classes">The classes; none for regression.</param>
    public IForm Form(IReadOnlyList<string> classes)
    {
        for (var pair = 0; pair < _pairs.Length; pair++)
        {
            Purify(_pairs[pair], _cells[pair]);
        }

        for (var number = 0; number < inputs.Count; number++)
        {
            Center(inputs[number], _shapes[number]);
        }

        ShapeTerm[] shapes = [.. inputs.Select((input, number) => new ShapeTerm(input.Edges, Values(_shapes[number])))];
        PairTerm[] pairs = [.. _pairs.Select((pair, number) => new PairTerm(pair.First, pair.Second, pair.Rows.OfBin, pair.Columns.OfBin, Values(_cells[number])))];
        var terms = new AdditiveTerms([.. inputs.Select(input => input.Input)], shapes, pairs, [.. _intercepts.Select(intercept => (intercept * target.Scale) + target.Offset)]);
        return target.Classes == 0
            ? new NumberAdditiveForm(terms)
            : new ClassAdditiveForm(terms, classes, target.Classes == 2 ? ProbabilityLink.Logistic : ProbabilityLink.Softmax);
    }

    private static double[] Mean(Bag[] bags, int term)
    {
        var mean = new double[bags[0].Best[term].Length];
        foreach (var bag in bags)
        {
            for (var cell = 0; cell < mean.Length; cell++)
            {
                mean[cell] += bag.Best[term][cell] / bags.Length;
            }
        }

        return mean;
    }

    private void Purify(BoostedPair pair, double[] table)
    {
        var masses = Masses(pair.Cells, pair.Count);
        var (first, second) = (inputs[pair.First].Count, inputs[pair.Second].Count);
        for (var output = 0; output < target.Outputs; output++)
        {
            var cells = table.AsSpan(output * pair.Count, pair.Count);
            Purification.Run(pair, masses, cells, _shapes[pair.First].AsSpan(output * first, first), _shapes[pair.Second].AsSpan(output * second, second));
            for (var cell = 0; cell < cells.Length; cell++)
            {
                // What no row has shown, a missing value among known ones above all, adds nothing.
                var isUnknown = masses[cell] == 0 && (cell < pair.Columns.Count || cell % pair.Columns.Count == 0);
                cells[cell] = isUnknown ? 0 : cells[cell];
            }
        }
    }

    /// <summary>Takes the mean away, and to the intercept. A first bin of too few rows to be learned adds nothing.</summary>
    private void Center(BinnedInput input, double[] table)
    {
        var masses = Masses(input.Bins, input.Count);
        var rare = input.Bins.AsSpan(0, target.Rows).Count((ushort)0) < leastRows;
        for (var output = 0; output < target.Outputs; output++)
        {
            var shape = table.AsSpan(output * input.Count, input.Count);
            if (rare)
            {
                // Counted neither in the mean nor by it: where it stands is where the mean of the others comes to lie.
                masses[0] = 0;
            }

            var mean = MeanOf(masses, shape);
            _intercepts[output] += mean;
            for (var bin = 0; bin < shape.Length; bin++)
            {
                shape[bin] = rare && bin == 0 ? 0 : shape[bin] - mean;
            }
        }
    }

    private double[] Masses(ushort[] cells, int count)
    {
        var masses = new double[count];
        for (var row = 0; row < target.Rows; row++)
        {
            masses[cells[row]] += target.Weights[row];
        }

        return masses;
    }

    private static double MeanOf(ReadOnlySpan<double> masses, ReadOnlySpan<double> values)
    {
        var (sum, mass) = (0.0, 0.0);
        for (var place = 0; place < values.Length; place++)
        {
            sum += masses[place] * values[place];
            mass += masses[place];
        }

        return mass > 0 ? sum / mass : 0;
    }

    private static double Variance(double[] masses, ReadOnlySpan<double> values)
    {
        var (mean, sum) = (MeanOf(masses, values), 0.0);
        for (var place = 0; place < values.Length; place++)
        {
            sum += masses[place] * (values[place] - mean) * (values[place] - mean);
        }

        return sum;
    }

    /// <summary>From outputs x cells to cells x outputs, in the unit of the target.</summary>
    private double[] Values(double[] table)
    {
        var count = table.Length / target.Outputs;
        var values = new double[table.Length];
        for (var cell = 0; cell < count; cell++)
        {
            for (var output = 0; output < target.Outputs; output++)
            {
                values[(cell * target.Outputs) + output] = table[(output * count) + cell] * target.Scale;
            }
        }

        return values;
    }
}
