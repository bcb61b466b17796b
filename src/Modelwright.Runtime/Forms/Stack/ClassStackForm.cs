using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Stack;

/// <summary>
/// Two layers: the members answer, the second layer reads their answers (<see cref="StackColumns"/>) beside the columns, and the answer is a mean of
/// what the second layer says and of the weighted mean of the members.
/// </summary>
/// <remarks>Source: Wolpert 1992, "Stacked generalization"; the mean with the members' blend keeps a second layer that errs within reach of it.</remarks>
public sealed class ClassStackForm : IForm, IPredictsClasses, ITrimmable, IHasFormula
{
    internal const string Name = "class_stack";
    private readonly IPredictsClasses[] _members;
    private readonly IPredictsClasses _second;

    /// <summary>Makes the form.</summary>
    /// <param name="members">Forms that answer probabilities for the same classes in the same order.</param>
    /// <param name="weights">One a member, 0 or more, of sum 1.</param>
    /// <param name="second">A form that answers the same classes and may read the answers of the members.</param>
    /// <param name="share">How much of the answer is the second layer's, from 0 to 1.</param>
    /// <exception cref="ArtifactException">The layers do not go together.</exception>
    public ClassStackForm(IReadOnlyList<IForm> members, double[] weights, IForm second, double share)
    {
        ArgumentNullException.ThrowIfNull(second);
        _members = BlendMembers.Check<IPredictsClasses>(Name, members, weights);
        Classes = _members[0].Classes;
        _second = second as IPredictsClasses ?? throw new ArtifactException($"The second layer '{second.Info.Name}' of form '{Name}' answers no classes. Stack forms of one task.");
        if (_members.Append(_second).Any(form => !form.Classes.SequenceEqual(Classes, StringComparer.Ordinal)))
        {
            throw new ArtifactException($"The layers of form '{Name}' have other classes than the first member, or another order. Stack forms that were fitted on one target.");
        }

        (Members, Weights, Second, Share) = (members, weights, second, share);
        Info = new(Name, 1, StackLayers.Check(Name, members, second, share, Classes.Count)) { HoldsRows = StackLayers.HoldsRows(members, second) };
    }

    /// <summary>The forms of the first layer.</summary>
    public IReadOnlyList<IForm> Members { get; }

    /// <summary>One a member, of sum 1: what the blend of the first layer is.</summary>
    public double[] Weights { get; }

    /// <summary>The form that reads the answers of the members.</summary>
    public IForm Second { get; }

    /// <summary>How much of the answer is the second layer's.</summary>
    public double Share { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void PredictProbabilities(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, Classes.Count);
        var answers = new double[_members.Length][];
        for (var member = 0; member < answers.Length; member++)
        {
            _members[member].PredictProbabilities(rows, answers[member] = new double[output.Length]);
        }

        var said = new double[output.Length];
        _second.PredictProbabilities(StackColumns.Add(rows, answers, Classes.Count), said);
        output.Clear();
        BlendSum.Add(said, Share, output);
        for (var member = 0; member < answers.Length; member++)
        {
            BlendSum.Add(answers[member], (1 - Share) * Weights[member], output);
        }

        for (var start = 0; start < output.Length; start += Classes.Count)
        {
            ClassScores.ScaleToOne(output.Slice(start, Classes.Count));
        }
    }

    /// <inheritdoc/>
    public IForm Trim() => StackLayers.Trim(Members, Second) is { } trimmed ? new ClassStackForm(trimmed.Members, Weights, trimmed.Second, Share) : this;

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return StackFormula.Mean((Members, Weights, Second, Share), Classes.Count, columns) is { } mean ? columns.Builder.ScaledToOne(mean) : null;
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer) => StackLayers.Write(writer, Members, Weights, Second, Share);

    internal static ClassStackForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (members, weights, second, share) = StackLayers.Read(reader, catalog);
        return new(members, weights, second, share);
    }
}
