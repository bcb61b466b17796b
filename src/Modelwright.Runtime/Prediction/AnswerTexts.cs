using Modelwright.Core.Data;
using Modelwright.Core.Learning.Abilities;

namespace Modelwright.Runtime.Prediction;

/// <summary>What a model says in words beside the numbers of its answers.</summary>
public sealed record AnswerTexts
{
    internal AnswerTexts(string name, string?[] ofRow) => (Name, OfRow) = (name, ofRow);

    /// <summary>The name of the column of texts: 'because'.</summary>
    public string Name { get; }

    /// <summary>A text a row; null where there is nothing to say.</summary>
    public IReadOnlyList<string?> OfRow { get; }

    internal static AnswerTexts Of(IAnswersText form, Table rows, double[] answers)
    {
        var texts = new string?[rows.RowCount];
        form.Texts(rows, answers, texts);
        return new(form.TextName, texts);
    }
}
