using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Stress.Fairness.Remedies;
using Modelwright.Validation;

namespace Modelwright.Stress.Fairness;

/// <summary>
/// How a model treats the groups of sensitive columns: rates, errors and calibration by group, how far apart they are beyond chance, and what
/// would bring them together at which price. No row is asked again.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="told">Which columns are sensitive, and what may be tried.</param>
/// <remarks>
/// No measure here says that a model is fair: which of them is owed is for people to say, and they exclude each other where groups differ in what is true
/// (Kleinberg, Mullainathan &amp; Raghavan 2016; Chouldechova 2017).
/// </remarks>
internal sealed class FairnessStage(StressedModel model, FairnessOptions told)
{
    /// <summary>Looks at all sensitive columns.</summary>
    /// <param name="cancellation">Asks to end.</param>
    /// <exception cref="OptionsException">A named column is absent or the target, or bounds are no numbers in order; the text lists all.</exception>
    public FairnessReport Run(CancellationToken cancellation)
    {
        CheckBounds();
        var columns = SensitiveColumns.Of(model.Schema, model.Rows, told.Columns);
        if (columns.Length == 0)
        {
            return new([], ["Fairness was not looked at: no column is declared sensitive and no name suggests one. Give such columns the role 'sensitive', or name them."]);
        }

        if (FairnessMeasure.For(model.Calm).Length == 0)
        {
            return new([], ["Fairness was not looked at: the answers are all of one value, or of a task that has no measure of it."]);
        }

        var grouped = columns.Select(column => (Column: column, Groups: SensitiveGroups.Of(model.Rows[column.Name], told.Bounds.GetValueOrDefault(column.Name)))).ToLookup(pair => pair.Groups.Names.Count > 1);
        var comparisons = grouped[true].Sum(pair => pair.Groups.Names.Count * (pair.Groups.Names.Count - 1) / 2);
        return new(
            [.. grouped[true].Select((pair, place) => Look(pair.Column, pair.Groups, comparisons, Seeds.Mix(told.Seed, place), cancellation))],
            [.. grouped[false].SelectMany(pair => pair.Groups.Notes.Prepend(string.Create(CultureInfo.InvariantCulture, $"'{pair.Column.Name}' has fewer than two groups of {SensitiveGroups.FewestRows} rows, so nothing is compared.")))]);
    }

    private FairnessColumn Look(SensitiveColumn column, SensitiveGroups groups, int comparisons, int seed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var assigned = groups.Assign(model.Rows);
        var comparison = new GroupComparison(model.Calm, model.Groups, groups, assigned, comparisons, seed);
        FairnessGap[] gaps = [.. comparison.Gaps()];
        var (remedies, notRun) = new RemedySearch(new(model, groups, assigned, comparisons, seed), told.Retrain).Run(gaps, cancellation);
        return new(column.Name, column.IsSuggested, [.. comparison.Groups()], gaps, remedies, [.. Notes(column, groups, comparison), .. notRun]);
    }

    private IEnumerable<string> Notes(SensitiveColumn column, SensitiveGroups groups, GroupComparison comparison)
    {
        if (column.IsSuggested)
        {
            yield return $"'{column.Name}' was looked at because of its name. Give it the role 'sensitive' if it is, which also keeps the model from using it.";
        }

        foreach (var note in groups.Notes.Concat(comparison.LeftOut()))
        {
            yield return note;
        }

        if (model.Calm is ClassAnswers { Classes.Count: 2 } && comparison.Differ("observed"))
        {
            yield return $"The groups of '{column.Name}' differ in what is true, so no model that errs at all can be calibrated and err equally often both ways in all of them (Kleinberg and others 2016): say which is owed.";
        }
    }

    private void CheckBounds()
    {
        string[] faults = [.. told.Bounds
            .Where(entry => entry.Value.Length == 0 || !entry.Value.All(double.IsFinite) || !entry.Value.SequenceEqual(entry.Value.Distinct().Order()))
            .Select(entry => $"The bounds of the sensitive column '{entry.Key}' are {string.Join(", ", entry.Value.Select(value => value.ToString(CultureInfo.InvariantCulture)))}. Give one number or more, ascending, such as 25, 40, 65.")];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }
}
