using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace Modelwright.Peers;

/// <summary>The plain way of ML.NET: one-hot encoding, FastTree, and a <see cref="PredictionEngine{TSrc, TDst}"/>, one row at a time on one thread.</summary>
internal sealed class EngineModel
{
    private const string Features = "Features";
    private const int Seed = 0;

    private readonly PredictionEngine<AdultRow, AdultAnswer> _engine;
    private readonly AdultRow[] _rows;

    /// <summary>Trains, and makes the rows to ask.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="options">How many trees and leaves.</param>
    /// <param name="positive">The class that counts as true.</param>
    internal EngineModel(PeerRows rows, Options options, string positive)
    {
        var context = new MLContext(Seed);
        var training = context.Data.LoadFromEnumerable(AdultRow.Of(rows.Training, rows.Target, positive));
        var pipeline = context.Transforms.Categorical.OneHotEncoding(Array.ConvertAll(AdultRow.Categories, name => new InputOutputColumnPair(name)))
            .Append(context.Transforms.Concatenate(Features, [.. AdultRow.Numbers, .. AdultRow.Categories]))
            .Append(context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
            {
                NumberOfTrees = options.Trees,
                NumberOfLeaves = options.Leaves,
                LabelColumnName = nameof(AdultRow.Label),
                FeatureColumnName = Features,
            }));
        var model = pipeline.Fit(training);
        Trees = model.LastTransformer.Model.SubModel.TrainedTreeEnsemble.Trees.Count;
        _engine = context.Model.CreatePredictionEngine<AdultRow, AdultAnswer>(model);
        _rows = [.. AdultRow.Of(rows.Test, rows.Target, positive)];
    }

    /// <summary>Trees that were trained.</summary>
    internal int Trees { get; }

    /// <summary>Asks all rows, each answered into a new object, as is usual.</summary>
    internal double All()
    {
        var sum = 0.0;
        foreach (var row in _rows)
        {
            var answer = _engine.Predict(row);
            sum += answer.Probability + (answer.PredictedLabel ? 1 : 0);
        }

        return sum;
    }

    /// <summary>For each row the probability of the class that counts as true.</summary>
    internal double[] Probabilities() => Array.ConvertAll(_rows, row => (double)_engine.Predict(row).Probability);
}
