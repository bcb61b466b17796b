using System.Diagnostics;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.LightGbm.Boosting;
using Modelwright.LightGbm.Interop;
using Modelwright.Quality.Sets;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Explaining;

/// <summary>Trains LightGBM on a table and explains the same rows by our form and by its own call, in turn.</summary>
internal sealed class Comparison
{
    private const int RowsOfPart = 512;

    private readonly FormInput[] _inputs;
    private readonly Table _rows;
    private readonly double[] _flat;
    private readonly ClassTreesForm _form;
    private readonly BoosterHandle _booster;
    private readonly Options _options;
    private readonly int _outputs;

    private Comparison(SetRows set, BoosterHandle booster, int outputs, Options options)
    {
        (_booster, _options, _outputs, _inputs) = (booster, options, outputs, set.Inputs);
        _rows = set.Features.Take([.. Enumerable.Range(0, options.Rows).Select(row => row % set.Features.RowCount)]);
        _flat = new double[_rows.RowCount * _inputs.Length];
        new FeatureReader(_inputs, _rows, null).ReadRows(0, _flat);
        var trees = TreeHarvest.Take(booster, booster.TreeCount / outputs, outputs, 1);
        string[] names = [.. Enumerable.Range(0, Math.Max(2, outputs)).Select(place => $"class {place}")];
        _form = new(new(_inputs, trees) { Outputs = outputs }, names, outputs == 1 ? ProbabilityLink.Logistic : ProbabilityLink.Softmax);
    }

    /// <summary>Compares on one set.</summary>
    public static async Task<Result> RunAsync(DataSet set, Options options)
    {
        var rows = await SetRows.ReadAsync(set);
        var classes = rows.Classes.Count;
        var loss = classes > 2 ? BoostingLoss.ManyClasses : classes == 2 ? BoostingLoss.TwoClasses : BoostingLoss.Squared;
        var outputs = classes > 2 ? classes : 1;
        var reader = new FeatureReader(rows.Inputs, rows.Features, null);
        var bins = NativeSettings.ForBins(255, reader.Categories, options.Threads);
        QuietLog.Install();
        using var dataset = BinnedRows.Train(reader, bins, new());
        var target = BoostingTarget.Of(rows.Target, null, null);
        dataset.Set("label", Array.ConvertAll(target.Labels(rows.Target, null, rows.Classes), label => (float)label));
        using var booster = BoosterHandle.Create(dataset, NativeSettings.ForBooster(ParameterValues.Default, loss, outputs, reader.RowCount, bins, seed: 1));
        for (var round = 0; round < options.Rounds && booster.Update(); round++)
        {
            // Each round adds its trees.
        }

        return new Comparison(rows, booster, outputs, options).Compare(set);
    }

    private Result Compare(DataSet set)
    {
        var ours = new double[_rows.RowCount * _outputs * _inputs.Length];
        var theirs = new double[_rows.RowCount * _outputs * (_inputs.Length + 1)];
        var (ourTimes, theirTimes) = (new double[_options.Repeats], new double[_options.Repeats]);
        for (var repeat = 0; repeat < _options.Repeats; repeat++)
        {
            ourTimes[repeat] = Seconds(() => Explain(ours));
            theirTimes[repeat] = Seconds(() => _booster.PredictContributions(_flat, _rows.RowCount, theirs, FormattableString.Invariant($"num_threads={_options.Threads}")));
        }

        Array.Sort(ourTimes);
        Array.Sort(theirTimes);
        var middle = _options.Repeats / 2;
        return new(
            set.Name, set.Kind, _rows.RowCount, _inputs.Length, _outputs, _form.Ensemble.Trees.Count,
            LargestDifference(ours, theirs), LargestGap(ours), ourTimes[middle], theirTimes[middle]);
    }

    private void Explain(double[] output)
    {
        var width = _outputs * _inputs.Length;
        if (_options.Threads == 1)
        {
            _form.Explain(_rows, ContributionScale.Score, output);
            return;
        }

        var parts = (_rows.RowCount + RowsOfPart - 1) / RowsOfPart;
        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = _options.Threads }, part =>
        {
            var from = part * RowsOfPart;
            int[] some = [.. Enumerable.Range(from, Math.Min(RowsOfPart, _rows.RowCount - from))];
            _form.Explain(_rows.Take(some), ContributionScale.Score, output.AsSpan(from * width, some.Length * width));
        });
    }

    private double LargestDifference(double[] ours, double[] theirs)
    {
        var (largest, width, start) = (0.0, _inputs.Length + 1, _form.Base(ContributionScale.Score));
        for (var place = 0; place < theirs.Length; place++)
        {
            var (output, input) = (place / width, place % width);
            var own = input == _inputs.Length ? start[output % _outputs] : ours[(output * _inputs.Length) + input];
            largest = Math.Max(largest, Math.Abs(own - theirs[place]) / Math.Max(1, Math.Abs(theirs[place])));
        }

        return largest;
    }

    private double LargestGap(double[] ours)
    {
        var scores = new double[_rows.RowCount * _outputs];
        _booster.PredictScores(_flat, _rows.RowCount, scores, "num_threads=1");
        var (largest, start) = (0.0, _form.Base(ContributionScale.Score));
        for (var place = 0; place < scores.Length; place++)
        {
            var sum = start[place % _outputs];
            foreach (var contribution in ours.AsSpan(place * _inputs.Length, _inputs.Length))
            {
                sum += contribution;
            }

            largest = Math.Max(largest, Math.Abs(sum - scores[place]) / Math.Max(1, Math.Abs(scores[place])));
        }

        return largest;
    }

    private static double Seconds(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
