using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Rows;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Bayes;

/// <summary>Tables that answer a probability for each class: naive Bayes. The scores of the classes are logarithms up to a constant.</summary>
public sealed class ClassBayesForm : IForm, IPredictsClasses, IReadable, IAnswersValues, IHasFormula
{
    internal const string Name = "class_bayes";
    private readonly FormInputs _inputs;
    private readonly bool[] _isCategory;

    /// <summary>Makes the form.</summary>
    /// <param name="tables">Tables with a score a class.</param>
    /// <param name="classes">The classes, in the order of the scores.</param>
    /// <exception cref="ArtifactException">The tables are not sound, or there is not one score a class.</exception>
    public ClassBayesForm(BayesTables tables, IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(classes);
        _inputs = new(Name, tables.Inputs);
        BayesCheck.Check(Name, tables);
        ClassScores.Check(Name, classes, ProbabilityLink.Softmax, tables.Start.Length);
        _isCategory = new bool[tables.Inputs.Count];
        for (var input = 0; input < _isCategory.Length; input++)
        {
            _isCategory[input] = tables.Inputs[input].Type == ColumnType.Category;
        }

        Tables = tables;
        Classes = classes;
        Info = new(Name, 1, tables.Inputs) { Bytes = tables.Bytes };
    }

    /// <summary>The tables.</summary>
    public BayesTables Tables { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public FormParts Parts => BayesText.Parts(Tables);

    /// <inheritdoc/>
    public IEnumerable<string> Lines => BayesText.Lines(Tables, Classes);

    /// <inheritdoc/>
    public void PredictProbabilities(Table rows, Span<double> output) => ValueRows.Answer(this, rows, output, Classes.Count);

    FormInputs IAnswersValues.Inputs => _inputs;

    void IAnswersValues.Answer(ReadOnlySpan<double> values, Span<double> output)
    {
        Score(values, output);
        ClassScores.ToProbabilities(output, output, Classes.Count, ProbabilityLink.Softmax);
    }

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return BayesFormula.Scores(Tables, columns) is { } scores ? columns.Builder.Linked(scores, Classes.Count, ProbabilityLink.Softmax) : null;
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        BayesRecord.Write(writer, Tables);
        writer.Texts("classes", Classes);
    }

    internal static ClassBayesForm Read(IArtifactReader reader) => new(BayesRecord.Read(reader), reader.Texts("classes"));

    private void Score(ReadOnlySpan<double> values, Span<double> scores)
    {
        var classes = Classes.Count;
        for (int score = 0, start = 0; score < scores.Length; score += classes, start += _isCategory.Length)
        {
            var own = scores.Slice(score, classes);
            Tables.Start.CopyTo(own);
            for (var input = 0; input < _isCategory.Length; input++)
            {
                Add(Tables.Tables[input], Cell(input, values[start + input]), own);
            }
        }
    }

    private static void Add(BayesTable table, int cell, Span<double> scores)
    {
        if (cell < 0)
        {
            return;
        }

        var logs = table.Logs.AsSpan(cell * scores.Length, scores.Length);
        for (var label = 0; label < logs.Length; label++)
        {
            scores[label] += logs[label];
        }
    }

    /// <summary>The cell of a value; -1 where it says nothing.</summary>
    private int Cell(int input, double value)
    {
        if (_isCategory[input])
        {
            return value < 0 ? -1 : (int)value;
        }

        if (double.IsNaN(value))
        {
            return -1;
        }

        var edges = Tables.Tables[input].Edges;
        var (first, last) = (0, edges.Length);
        while (first < last)
        {
            var middle = (first + last) / 2;
            (first, last) = edges[middle] < value ? (middle + 1, last) : (first, middle);
        }

        return first;
    }
}
