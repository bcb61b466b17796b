namespace Modelwright.Serving.Storming;

/// <summary>Names that lead out of a folder where somebody takes them for a path.</summary>
internal static class Elsewhere
{
    public static readonly string[] InAddresses =
    [
        "../../../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "%252e%252e%252fetc%252fpasswd", "..%5c..%5cx", "..\\..\\x", "%2fetc%2fpasswd", "/etc/passwd", "//etc/passwd",
        "C:%5cWindows", "C:\\x", "x%00.mw", "%00", "....//x", ".%2e/.%2e/x", "..;/x", "%c0%ae%c0%ae/x", "%ff", "~root", "file:%2f%2f%2fetc%2fpasswd", "..%2fruns.db", "%20..%20", "x%0d%0aSet-Cookie:y", ".hidden", "a%2fb", "CON", "nul.mw", new('a', 4_000),
    ];

    /// <summary>Dots that HTTP takes out of an address before a route is looked for, so that another route of the server may answer.</summary>
    public static readonly string[] Dots = ["..", "../..", "%2e%2e", ".%2e", "../.", "../../..", "x/..", "x/../..", "./.", "%2e/%2e%2e"];

    public static readonly string[] InBodies =
    [
        "..", "../x", "../../../../etc/passwd", "/etc/passwd", "..\\\\x", "\\\\\\\\server\\\\share\\\\x", "C:\\\\x.mw", "x\\u0000.mw", ".hidden", "a/b", "./x.mw", "file:///etc/passwd", "~/x", "$(id)", "`id`", "x; rm -rf x", "' OR 1=1; --", "x\\n", "", " ", "\\ud83d\\ude00",
    ];

    /// <summary>Routes that take a name or a version; '*' stands for it.</summary>
    public static readonly string[] Routes =
    [
        "POST /models/*/predict", "POST /models/model/versions/*/predict", "POST /models/*/batch", "POST /models/*/labels", "GET /models/*", "GET /models/*/monitor", "GET /v2/models/*", "GET /v2/models/*/ready", "GET /v2/models/model/versions/*",
        "GET /v2/models/model/versions/*/ready", "POST /v2/models/*/infer", "POST /v2/models/model/versions/*/infer", "GET /manage/models/*", "POST /manage/models/*/versions", "DELETE /manage/models/model/versions/*", "PUT /manage/models/*/traffic",
        "POST /manage/models/*/rollback", "GET /manage/models/*/retrain", "POST /manage/models/*/retrain", "GET /registry/models/*", "GET /registry/models/*/log", "POST /registry/models/*/versions", "GET /registry/models/model/versions/*",
        "GET /registry/models/model/versions/*/evidence", "DELETE /registry/models/model/versions/*", "POST /registry/models/*/promote", "POST /registry/models/*/rollback", "PUT /registry/models/model/aliases/*", "DELETE /registry/models/model/aliases/*",
        "GET /studio/assets/*", "GET /studio/runs/*", "GET /studio/runs/*/report", "GET /studio/models/*", "GET /docs/*", "GET /openapi/*",
    ];
}
