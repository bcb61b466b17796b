namespace Modelwright.Server.Security;

/// <summary>The words for roles in files of keys, in tokens and on the command line.</summary>
internal static class RoleWords
{
    internal const string All = "predict, label and manage";

    internal static Role? Read(string word) => word switch
    {
        "predict" => Role.Predict,
        "label" => Role.Label,
        "manage" => Role.Manage,
        _ => null,
    };

    internal static IEnumerable<string> Words(Role roles)
    {
        foreach (var (role, word) in new[] { (Role.Predict, "predict"), (Role.Label, "label"), (Role.Manage, "manage") })
        {
            if (roles.HasFlag(role))
            {
                yield return word;
            }
        }
    }
}
