using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Trimming;

namespace Modelwright.Runtime.Forms;

/// <summary>Forms without what nobody reads.</summary>
public static class TrimmedForm
{
    /// <summary>The form without the inputs, and a pipeline without the steps, that no answer depends on. The answers are the same to the bit.</summary>
    /// <param name="form">Any form.</param>
    /// <returns>A trimmed form; the same one where there is nothing to leave out or it cannot say.</returns>
    public static IForm Of(IForm form) => form is ITrimmable trimmable ? trimmable.Trim() : form;

    /// <summary>All of them trimmed; null where none has changed.</summary>
    internal static IForm[]? Of(IReadOnlyList<IForm> forms)
    {
        IForm[] trimmed = [.. forms.Select(Of)];
        return trimmed.Zip(forms).All(pair => ReferenceEquals(pair.First, pair.Second)) ? null : trimmed;
    }
}
