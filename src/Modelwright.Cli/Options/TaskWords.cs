using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Tasks;

namespace Modelwright.Cli.Options;

/// <summary>The tasks that can be trained, as words of the command line.</summary>
internal static class TaskWords
{
    /// <summary>The task of a word; letter case does not count.</summary>
    /// <exception cref="OptionsException">There is none; the text lists those that there are.</exception>
    public static LearningTask Parse(string word)
    {
        string[] names = [.. BuiltInTasks.Names];
        return names.Contains(word.ToLowerInvariant())
            ? LearningTask.Named(word.ToLowerInvariant())!
            : throw new OptionsException($"--task is not known: '{word}'.{NearestName.Suggest(word, names)} There are: {string.Join(", ", names)}.");
    }
}
