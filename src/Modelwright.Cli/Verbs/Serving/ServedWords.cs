using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Verbs.Serving;

/// <summary>What the arguments of 'serve' name: files of packages, and models of the registry.</summary>
/// <param name="Packages">Paths by the names they are served under.</param>
/// <param name="Models">References of the registry, such as 'churn@champion', by the names they are served under.</param>
internal sealed record ServedWords(IReadOnlyDictionary<string, string> Packages, IReadOnlyDictionary<string, string> Models)
{
    /// <summary>All names that are served under.</summary>
    internal IReadOnlyList<string> Names => [.. Packages.Keys, .. Models.Keys];

    /// <summary>Tells one from the other: a word with '@' that is no file is a model of the registry; where a store is named, a bare name is one too.</summary>
    /// <param name="words">Words as FILE, NAME=FILE, MODEL@VERSION or NAME=MODEL@VERSION.</param>
    /// <param name="hasStore">Whether a store is named.</param>
    /// <exception cref="OptionsException">There is no word, or two would be served under one name.</exception>
    internal static ServedWords Parse(string[] words, bool hasStore)
    {
        if (words.Length == 0)
        {
            throw new OptionsException("PACKAGE is missing: modelwright serve PACKAGE… [options]");
        }

        var (packages, models) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var word in words)
        {
            var mark = word.IndexOf('=', StringComparison.Ordinal);
            var (given, meant) = mark > 0 && !File.Exists(word) ? (word[..mark], word[(mark + 1)..]) : (null, word);
            var isModel = IsModel(meant, hasStore);
            var name = given ?? (isModel ? meant.Split('@')[0] : Path.GetFileNameWithoutExtension(meant));
            if (packages.ContainsKey(name) || !(isModel ? models : packages).TryAdd(name, meant))
            {
                throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"Two packages would be served as '{name}'. Give one another name: NAME={meant}"));
            }
        }

        return new(packages, models);
    }

    private static bool IsModel(string word, bool hasStore) =>
        !File.Exists(word) && !word.AsSpan().ContainsAny('/', '\\') && (word.Contains('@', StringComparison.Ordinal) || (hasStore && !word.Contains('.', StringComparison.Ordinal)));
}
