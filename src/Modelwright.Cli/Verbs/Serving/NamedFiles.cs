using Modelwright.Core.Errors;

namespace Modelwright.Cli.Verbs.Serving;

/// <summary>Reads which file is of which model that is served.</summary>
internal static class NamedFiles
{
    /// <summary>Reads words as NAME=FILE, or as FILE where one model alone is served.</summary>
    /// <param name="option">The option they were given for, named in errors.</param>
    /// <param name="words">The words.</param>
    /// <param name="served">The names that models are served under.</param>
    /// <returns>Files by names.</returns>
    /// <exception cref="OptionsException">A word names no model, or two name one.</exception>
    internal static Dictionary<string, string> Read(string option, string[] words, IReadOnlyList<string> served)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var mark = word.IndexOf('=', StringComparison.Ordinal);
            var (name, path) = mark > 0 && served.Contains(word[..mark]) ? (word[..mark], word[(mark + 1)..])
                : served is [var only] ? (only, word)
                : throw new OptionsException($"{option} {word}: which model is meant? Write NAME=FILE; served are {string.Join(", ", served)}.");
            if (!files.TryAdd(name, path))
            {
                throw new OptionsException($"{option} names two files of '{name}'. Leave one out.");
            }
        }

        return files;
    }
}
