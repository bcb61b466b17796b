using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Packaging;

/// <summary>The name of a task in a package, where its words begin with capitals: 'Classification'.</summary>
internal static class TaskText
{
    internal static string Write(LearningTask task) =>
        string.Concat(task.Name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The task of a text. One that this release has never heard of is read too: what its form can do is all that answers need.</summary>
    internal static LearningTask Read(string? text, Schema schema)
    {
        var name = string.Concat((text ?? "").Select((letter, place) => char.IsAsciiLetterUpper(letter) ? (place == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
        return (char.IsAsciiLetterUpper(text?.FirstOrDefault() ?? ' ') ? LearningTask.Named(name, schema.Target?.Type) : null)
            ?? throw new ArtifactException($"The package holds the task '{text}', which is no name of a task. The file is damaged or was not made by this program; fetch it again from where it was made.");
    }
}
