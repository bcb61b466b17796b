using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Validation;

namespace Modelwright.Stress.Poisoning;

/// <summary>
/// Adversarial retraining as a remedy: training rows are changed until the model errs, get back their true answers, and are learned
/// from beside the others. Then the new model is attacked anew, as the opponent would.
/// </summary>
/// <remarks>Source: Goodfellow, Shlens and Szegedy 2015, "Explaining and harnessing adversarial examples"; for trees Kantchelian, Tygar and Joseph 2016, "Evasion and hardening of tree ensemble classifiers". One round; more rounds would harden more.</remarks>
internal sealed class AdversarialRetraining(StressedModel clean, Func<Table, CancellationToken, Answers> answer, Refit refit, AdversarialAttack attack, int seed)
{
    /// <summary>Rows under test that are attacked, and training rows that are changed: an attack asks the model many times a row.</summary>
    private const int MostAttacked = 60;
    private const int MostAdded = 200;
    private const double MostAddedShare = 0.25;

    private const double Moved = 0.5;

    /// <summary>Attacks, retrains, and attacks again.</summary>
    /// <param name="training">Training rows in the types of the schema, each with a target.</param>
    /// <param name="cancellation">Asks to end.</param>
    public AdversarialScore Run(Table training, CancellationToken cancellation)
    {
        var under = clean.Take(RowSample.Draw(clean.Rows.RowCount, Math.Min(MostAttacked, clean.Rows.RowCount), Seeds.Mix(seed, 61)));
        var count = Math.Min(MostAdded, Math.Max(1, (int)(MostAddedShare * training.RowCount)));
        var changed = attack(answer, training.Take(RowSample.Draw(training.RowCount, count, Seeds.Mix(seed, 67))), cancellation);
        var hardened = refit(JoinedRows.Of(training, changed), cancellation);
        var before = Flipped(answer, under, cancellation);
        var after = Flipped(hardened, under, cancellation);
        var price = clean.Score(hardened(clean.Rows, cancellation));
        return new()
        {
            Added = count,
            Attacked = before.Attacked,
            FlippedBefore = before.Share,
            FlippedAfter = after.Share,
            Price = price,
            Text = string.Create(CultureInfo.InvariantCulture, $"Fitted with {count} attacked rows beside the others, {after.Share:P0} of the rows can be turned in place of {before.Share:P0}; the price is {clean.Metric.Info.Name} {price.Value:0.####} in place of {clean.CalmScore.Value:0.####} ({price.Lost:P0} of the lead)."),
        };
    }

    private (int Attacked, double Share) Flipped(Func<Table, CancellationToken, Answers> model, StressedModel under, CancellationToken cancellation)
    {
        var calm = model(under.Rows, cancellation);
        var attacked = model(attack(model, under.Rows, cancellation), cancellation);
        if (calm is ClassAnswers classes)
        {
            int[] right = [.. Enumerable.Range(0, classes.Count).Where(row => classes.Answered(row) == classes.Truth[row])];
            return (right.Length, right.Length == 0 ? 0 : right.Count(row => ((ClassAnswers)attacked).Answered(row) != classes.Answered(row)) / (double)right.Length);
        }

        var (said, then) = (((NumberAnswers)calm).Predicted, ((NumberAnswers)attacked).Predicted);
        var mean = said.Average();
        var spread = Math.Sqrt(said.Average(value => (value - mean) * (value - mean)));
        return (said.Length, said.Zip(then).Count(pair => Math.Abs(pair.First - pair.Second) > Moved * spread) / (double)said.Length);
    }
}
