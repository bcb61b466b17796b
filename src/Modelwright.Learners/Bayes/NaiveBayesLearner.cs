using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Bayes;

namespace Modelwright.Learners.Bayes;

/// <summary>Naive Bayes: what each column alone says of the classes, added up as if the columns knew nothing of one another.</summary>
/// <remarks>
/// Numbers are cut into cells of about equally many rows (Dougherty, Kohavi &amp; Sahami 1995: better than normal curves on most
/// tables); shares are m-estimates (Cestnik 1990); missing values are left out. Where we differ: the tables are raised to a power that rows left out
/// one by one choose, so that columns which repeat one another do not make it too sure.
/// </remarks>
public sealed class NaiveBayesLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "naive_bayes",
        Title = "Naive Bayes",
        Tasks = [LearningTask.Classification],
        Takes = [ColumnType.Number, ColumnType.Category],
        TakesMissing = true,
        Readability = Readability.Fully,
        Strength = 0.797,
        Source = "Domingos & Pazzani 1997, \"On the optimality of the simple Bayesian classifier under zero-one loss\", Machine Learning 29.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => NaiveBayesParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return [ParameterValues.Default, ParameterValues.Default.With(NaiveBayesParameters.Bins.Name, 5).With(NaiveBayesParameters.Smoothing.Name, 10)];
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        var (rows, columns, classes) = (Math.Max(2.0, shape.Rows), Math.Max(1, shape.Features), Math.Max(2, shape.Outputs));
        var chosen = values.Number(NaiveBayesParameters.Power) > 0 ? 0 : Math.Min(rows, 20_000) * classes * ((columns * 2e-8) + 1.5e-7);
        return new((rows * columns * 1.2e-7) + chosen + 5e-5, (long)((rows * columns * 4) + (rows * 24)));
    }

    /// <inheritdoc/>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var rows = new ClassRows(admitted);
        List<CellColumn> columns = [];
        foreach (var column in admitted.Features.Columns.Where(ColumnChecks.Varies))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            columns.Add(CellColumn.Of(column, values.Integer(NaiveBayesParameters.Bins)));
        }

        ClassCounts[] counts = [.. columns.Select(column => new ClassCounts(column, rows, values.Number(NaiveBayesParameters.Smoothing)))];
        var asked = values.Number(NaiveBayesParameters.Power);
        var power = asked > 0 ? asked : LeftOutPower.Choose(columns, counts, rows, context.Cancellation);
        return new(Form(admitted, rows, columns, counts, power), new FitReport { Decided = values });
    }

    private static ClassBayesForm Form(TrainingSet data, ClassRows rows, List<CellColumn> columns, ClassCounts[] counts, double power)
    {
        BayesTable[] tables = [.. columns.Zip(counts, (column, count) => new BayesTable(
            column.Edges,
            [.. Enumerable.Range(0, column.Count).SelectMany(cell => Enumerable.Range(0, rows.Classes).Select(label => power * count.Log(cell, label)))]))];
        return new(new([.. columns.Select(column => column.Input)], tables, [.. Enumerable.Range(0, rows.Classes).Select(label => rows.Log(label))]), data.Classes);
    }
}
