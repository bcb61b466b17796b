using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees.Rules;

/// <summary>What each number of rules loses on rows that were held out: squared error, or log loss.</summary>
internal sealed class HeldOutRows(int most)
{
    /// <summary>A class held for impossible costs no more than this probability would.</summary>
    private const double Least = 1e-9;

    private readonly MeanLoss[] _losses = new MeanLoss[most + 1];

    /// <summary>Adds the loss of rows; a path that ended early answers as its last form for more rules.</summary>
    public void Add(RulePath path, TrainingSet held)
    {
        for (var count = 0; count <= most; count++)
        {
            Add(path.Form(Math.Min(count, path.Count)), held, ref _losses[count]);
        }
    }

    /// <summary>The fewest rules whose mean loss is within some standard errors of the least.</summary>
    public int Choose(double errors)
    {
        var least = 0;
        for (var count = 1; count < _losses.Length; count++)
        {
            least = _losses[count].Mean < _losses[least].Mean ? count : least;
        }

        var limit = _losses[least].Mean + (errors * _losses[least].Error);
        return Math.Min(least, Array.FindIndex(_losses, loss => loss.Mean <= limit) is var first and >= 0 ? first : least);
    }

    private static void Add(IForm form, TrainingSet held, ref MeanLoss loss)
    {
        var rows = held.Features.RowCount;
        double Weight(int row) => held.Weights?[row] ?? 1;
        if (form is IPredictsNumbers numbers)
        {
            var answers = new double[rows];
            numbers.Predict(held.Features, answers);
            var truth = TargetValues.Numbers(held.Target!);
            var unit = Math.Max(1e-300, truth.Max(Math.Abs));
            for (var row = 0; row < rows; row++)
            {
                var off = (answers[row] / unit) - (truth[row] / unit);
                loss.Add(Weight(row), off * off);
            }

            return;
        }

        var shares = new double[rows * held.Classes.Count];
        ((IPredictsClasses)form).PredictProbabilities(held.Features, shares);
        var codes = TargetValues.Classes(held.Target!);
        for (var row = 0; row < rows; row++)
        {
            loss.Add(Weight(row), -Math.Log(Math.Max(Least, shares[(row * held.Classes.Count) + codes[row]])));
        }
    }
}
