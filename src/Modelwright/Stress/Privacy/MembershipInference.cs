using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Measures.Comparing;
using Modelwright.Validation;

namespace Modelwright.Stress.Privacy;

/// <summary>
/// Membership inference by loss: a row that the model answers too well was in its training. The opponent knows the rows, with their
/// target, and what the model answers to them.
/// </summary>
/// <remarks>
/// Sources: Yeom et al. 2018, "Privacy risk in machine learning"; the share caught at 1 % false alarms: Carlini et al. 2022, "Membership
/// inference attacks from first principles". Their calibration by other models would tell more rows of a model that overfits little; it needs many
/// fits of the whole recipe and is not done, so the figure is a lower bound of what an opponent with much time can tell.
/// </remarks>
internal sealed class MembershipInference(StressedModel model, int seed)
{
    /// <summary>Training rows that are looked at at most, and rows of each side at least.</summary>
    public const int MostRows = 4_000;
    public const int FewestRows = 40;

    /// <summary>New rows of which one in a hundred is two at least.</summary>
    private const int FewestForCaught = 200;

    private const double FalseAlarms = 0.01;

    /// <summary>Three pairs of four: half of the way from guessing to knowing.</summary>
    private const double TellingAuc = 0.75;

    /// <summary>Ten times as many as by chance.</summary>
    private const double TellingCaught = 0.1;

    /// <summary>Looks.</summary>
    /// <param name="training">Training rows in the types of the schema; all have a target.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>What an opponent can tell; or why that is not known.</returns>
    public (MembershipScore? Score, string? NotRun) Run(Table training, CancellationToken cancellation)
    {
        string[] columns = [.. model.Schema.Features.Select(column => column.Name), model.Schema.Target!.Name];
        var (members, others) = Apart(training, columns, cancellation);
        if (members.Length < FewestRows || others.Length < FewestRows)
        {
            return (null, $"Membership inference was not run: {members.Length} training rows and {others.Length} rows under test stand in one of the two files alone and once, and {FewestRows} of each are needed. Bring more rows that the model was not trained on.");
        }

        int[] some = [.. RowSample.Draw(members.Length, Math.Min(MostRows, members.Length), Seeds.Mix(seed, 31)).Select(place => members[place])];
        var (known, fresh) = (training.Take(some), model.Rows.Take(others));
        var loss = RowLosses.For(model.Metric.Info);
        double[] losses = [.. RowLosses.Of(loss, model.AnswerAsBrought(known, cancellation)), .. RowLosses.Of(loss, model.Calm.Take(others))];
        var scores = Array.ConvertAll(losses, cost => -cost);
        var auc = MemberRanking.Estimate(scores, some.Length, Groups(known, fresh));
        var caught = others.Length < FewestForCaught ? ((double Value, double Lower, double Upper)?)null : Caught(scores, some.Length);
        var score = new MembershipScore
        {
            Auc = auc.Value,
            Lower = auc.Lower,
            Upper = auc.Upper,
            Caught = caught?.Value,
            CaughtLower = caught?.Lower,
            CaughtUpper = caught?.Upper,
            TrainingRows = some.Length,
            NewRows = others.Length,
            RowsInBoth = model.Rows.RowCount - others.Length,
            DifferentColumn = FileDifference.In(known, fresh, columns, cancellation),
            IsFlagged = auc.Lower > TellingAuc || caught?.Lower > TellingCaught,
            Text = "",
        };
        return (score with { Text = Words(score) }, null);
    }

    /// <summary>
    /// Training rows that stand there once, and new rows that do not stand there: both are rows that no other row of the training is
    /// equal to, so that a model that knows nothing of them answers both sides alike, however coarse the columns are.
    /// </summary>
    private (int[] Members, int[] Others) Apart(Table training, string[] columns, CancellationToken cancellation)
    {
        var prints = RowPrints.Of(training, columns, cancellation);
        var counts = prints.CountBy(print => print).ToDictionary();
        var own = RowPrints.Of(model.Rows, columns, cancellation);
        return ([.. Enumerable.Range(0, prints.Length).Where(row => counts[prints[row]] == 1)], [.. Enumerable.Range(0, own.Length).Where(row => !counts.ContainsKey(own[row]))]);
    }

    private int[]? Groups(Table known, Table fresh)
    {
        var name = model.Schema.WithRole(ColumnRole.Group).FirstOrDefault()?.Name;
        if (name is null || !known.TryGet(name, out var one) || !fresh.TryGet(name, out var other))
        {
            return null;
        }

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var alone = int.MaxValue;
        int NumberOf(Column column, int row)
        {
            if (column.Format(row) is not { } text)
            {
                return alone--;
            }

            numbers.TryAdd(text, numbers.Count);
            return numbers[text];
        }

        return [.. Enumerable.Range(0, one.RowCount).Select(row => NumberOf(one, row)), .. Enumerable.Range(0, other.RowCount).Select(row => NumberOf(other, row))];
    }

    private static (double Value, double Lower, double Upper) Caught(double[] scores, int training)
    {
        double[] fresh = [.. scores[training..].OrderDescending()];

        // Above it stand at most so many new rows, equals not counted as told.
        var border = fresh[(int)(FalseAlarms * fresh.Length)];
        return ShareInterval.Of(scores.Take(training).Count(score => score > border), training);
    }

    private static string Words(MembershipScore score)
    {
        var caught = score.Caught is { } share
            ? string.Create(CultureInfo.InvariantCulture, $" Where it takes one new row in a hundred for a training row, it catches {share:P1} of the training rows.")
            : "";
        var differ = score.DifferentColumn is { } column ? $" Training rows and new ones differ in '{column}', so a part of this may be that difference; bring new rows of the same time and place." : "";
        var remedy = score.IsFlagged ? " The model remembers its rows: shrink it (fewer leaves, more rows a leaf, more shrinkage), or answer classes in place of probabilities." : "";
        return string.Create(CultureInfo.InvariantCulture, $"Of a training row and a new one an opponent tells the training row by the answers in {score.Auc:P1} of pairs ({score.Lower:P1} to {score.Upper:P1}), where 50 % is guessing.{caught}{differ}{remedy}");
    }
}
