using System.Text;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Packaging;

/// <summary>The name of a task in a package, where its words begin with capitals: 'Classification'.</summary>
internal static class TaskText
{
    internal static string Write(LearningTask task)
    {
        var text = new StringBuilder(task.Name.Length);
        var isFirst = true;
        foreach (var letter in task.Name)
        {
            if (letter != '_')
            {
                text.Append(isFirst ? char.ToUpperInvariant(letter) : letter);
            }

            isFirst = letter == '_';
        }

        return text.ToString();
    }

    /// <summary>The task of a text. One that this release has never heard of is read too: what its form can do is all that answers need.</summary>
    internal static LearningTask Read(string? text, Schema schema)
    {
        var name = new StringBuilder();
        foreach (var letter in text ?? "")
        {
            if (char.IsAsciiLetterUpper(letter) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return (text is { Length: > 0 } && char.IsAsciiLetterUpper(text[0]) ? LearningTask.Named(name.ToString(), schema.Target?.Type) : null)
            ?? throw new ArtifactException($"The package holds the task '{text}', which is no name of a task. The file is damaged or was not made by this program; fetch it again from where it was made.");
    }
}
