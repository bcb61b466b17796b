namespace Modelwright.Studio.Serving;

/// <summary>A model as it is served at one time.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Versions">The versions that are loaded, oldest first.</param>
/// <param name="Champion">The version that answers what no other does.</param>
public sealed record ServedModelView(string Name, IReadOnlyList<ServedVersionView> Versions, string Champion)
{
    /// <summary>The version that answers <see cref="ChallengerShare"/>; null means none.</summary>
    public string? Challenger { get; init; }

    /// <summary>The share of the requests for the challenger, 0 to 1.</summary>
    public double ChallengerShare { get; init; }

    /// <summary>The version that is asked beside the one that answers; null means none.</summary>
    public string? Shadow { get; init; }

    /// <summary>Whether there is an earlier traffic to go back to.</summary>
    public bool CanGoBack { get; init; }

    /// <summary>A version by its name; null where it is not loaded.</summary>
    /// <param name="name">The name; case matters.</param>
    public ServedVersionView? Version(string? name) => Versions.FirstOrDefault(version => version.Name == name);

    /// <summary>What a version does, in words such as 'champion, 90 % of requests'.</summary>
    /// <param name="version">Its name.</param>
    public string RoleOf(string version)
    {
        var share = Challenger is null ? 0 : ChallengerShare;
        string[] roles =
        [
            .. version == Champion ? [$"champion, {Reports.Numbers.Percent(1 - share)} of requests"] : Array.Empty<string>(),
            .. version == Challenger ? [$"challenger, {Reports.Numbers.Percent(share)} of requests"] : Array.Empty<string>(),
            .. version == Shadow ? ["shadow, answers nobody"] : Array.Empty<string>(),
        ];
        return roles.Length == 0 ? "answers nothing" : string.Join("; ", roles);
    }
}
