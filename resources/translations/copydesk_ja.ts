<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AccidentNotice</name>
    <message>
        <source>Take them out again</source>
        <translation>再び取り除く</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>取り除いたままにする</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Copydesk</source>
        <translation>Copydeskについて</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It comes without any warranty. The window is drawn by Qt {version} (LGPL, version 3).</source>
        <translation>MITライセンスの自由ソフトウェアです。いかなる保証もありません。ウィンドウの描画にはQt {version}（LGPLバージョン3）を使っています。</translation>
    </message>
    <message>
        <source>Read two articles side by side, see what was swapped, label the pair.</source>
        <translation>2つの記事を並べて読み、置き換えられた箇所を確かめ、ペアにラベルを付けます。</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>バージョン {version}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Agreement of annotators</source>
        <translation>判定者間の一致度</translation>
    </message>
    <message>
        <source>Compare two snapshots of a page…</source>
        <translation>ページの2つのスナップショットを比較…</translation>
    </message>
    <message>
        <source>Fetch all web pages of the list…</source>
        <translation>リストのウェブページをすべて取得…</translation>
    </message>
    <message>
        <source>Fetch the pair&apos;s web pages again</source>
        <translation>ペアのウェブページを再取得</translation>
    </message>
    <message>
        <source>Open web pages…</source>
        <translation>ウェブページを開く…</translation>
    </message>
    <message>
        <source>Summary of the work</source>
        <translation>作業のまとめ</translation>
    </message>
    <message>
        <source>Label: {label}</source>
        <translation>ラベル：{label}</translation>
    </message>
    <message>
        <source>Change the annotator…</source>
        <translation>判定者を変更…</translation>
    </message>
    <message>
        <source>About Copydesk</source>
        <translation>Copydeskについて</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>キー一覧</translation>
    </message>
    <message>
        <source>Choose a guidelines file…</source>
        <translation>ガイドラインのファイルを選ぶ…</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>選択したテキストをコピー</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>次を検索</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>前を検索</translation>
    </message>
    <message>
        <source>Flag: unsure, come back</source>
        <translation>保留：確信がない、後で見直す</translation>
    </message>
    <message>
        <source>Fold long equal stretches</source>
        <translation>長い一致部分を折りたたむ</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>ガイドライン</translation>
    </message>
    <message>
        <source>Labelling</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>List of pairs</source>
        <translation>ペアの一覧</translation>
    </message>
    <message>
        <source>Mark added words</source>
        <translation>追加された語に印を付ける</translation>
    </message>
    <message>
        <source>Mark look-alike characters</source>
        <translation>類似文字に印を付ける</translation>
    </message>
    <message>
        <source>Mark minor differences</source>
        <translation>軽微な相違に印を付ける</translation>
    </message>
    <message>
        <source>Mark missing words</source>
        <translation>欠落した語に印を付ける</translation>
    </message>
    <message>
        <source>Mark moved sections</source>
        <translation>移動したセクションに印を付ける</translation>
    </message>
    <message>
        <source>Mark substitutions</source>
        <translation>置換に印を付ける</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>次の相違</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>次のペア</translation>
    </message>
    <message>
        <source>Next unlabelled pair</source>
        <translation>次の未判定のペア</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>フォルダーを開く…</translation>
    </message>
    <message>
        <source>Open a list of pairs…</source>
        <translation>ペアの一覧を開く…</translation>
    </message>
    <message>
        <source>Open the sample pairs</source>
        <translation>サンプルのペアを開く</translation>
    </message>
    <message>
        <source>Open two documents…</source>
        <translation>2つの文書を開く…</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>ペア</translation>
    </message>
    <message>
        <source>Paste two texts…</source>
        <translation>2つのテキストを貼り付ける…</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>前の相違</translation>
    </message>
    <message>
        <source>Previous pair</source>
        <translation>前のペア</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Read the pair from disk again</source>
        <translation>ペアをディスクから読み直す</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>閲覧</translation>
    </message>
    <message>
        <source>Redo the decision</source>
        <translation>判定をやり直す</translation>
    </message>
    <message>
        <source>Repair wrongly decoded text (for this session)</source>
        <translation>文字化けを修復（今回の作業のみ）</translation>
    </message>
    <message>
        <source>Save a report as HTML…</source>
        <translation>レポートをHTMLで保存…</translation>
    </message>
    <message>
        <source>Save a report as PDF…</source>
        <translation>レポートをPDFで保存…</translation>
    </message>
    <message>
        <source>Serif font</source>
        <translation>セリフ体</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Show web pages whole</source>
        <translation>ウェブページ全体を表示</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Summary, ledger and sections</source>
        <translation>概要・置換・セクション</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>左右を入れ替える</translation>
    </message>
    <message>
        <source>Text at its normal size</source>
        <translation>文字を標準の大きさに</translation>
    </message>
    <message>
        <source>To the other place of a moved section</source>
        <translation>移動したセクションのもう一方の位置へ</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>直前の判定を取り消す</translation>
    </message>
    <message>
        <source>Undo this session&apos;s last decision</source>
        <translation>今回の作業での直前の判定を取り消す</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>表示するもの</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>メモを書く</translation>
    </message>
    <message>
        <source>Go to pair number…</source>
        <translation>番号でペアへ移動…</translation>
    </message>
    <message>
        <source>Search the list of pairs</source>
        <translation>ペアの一覧を検索</translation>
    </message>
    <message>
        <source>Legend of the marks</source>
        <translation>印の見方</translation>
    </message>
    <message>
        <source>How to judge a pair</source>
        <translation>ペアの判定方法</translation>
    </message>
    <message>
        <source>Copy details for a bug report</source>
        <translation>不具合報告用の情報をコピー</translation>
    </message>
    <message>
        <source>Save reports of all pairs…</source>
        <translation>全ペアのレポートを保存…</translation>
    </message>
    <message>
        <source>Show the marks, or none of them</source>
        <translation>マークを表示する、または一切表示しない</translation>
    </message>
    <message>
        <source>Read blind: hide names, paths and columns</source>
        <translation>ブラインドで読む：名前・パス・列を隠す</translation>
    </message>
    <message>
        <source>Read blind: hide similarities, too</source>
        <translation>ブラインドで読む：類似度も隠す</translation>
    </message>
    <message>
        <source>Search the articles for pairs again</source>
        <translation>記事からペアを再検索</translation>
    </message>
    <message>
        <source>Next candidate of this reference</source>
        <translation>この参照文書の次の候補文書</translation>
    </message>
    <message>
        <source>Previous candidate of this reference</source>
        <translation>この参照文書の前の候補文書</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>DocumentWatch</name>
    <message>
        <source>A document of this pair changed on disk.</source>
        <translation>このペアの文書がディスク上で変更されました。</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>読み直す（F5）</translation>
    </message>
</context>
<context>
    <name>ComparingPage</name>
    <message>
        <source>All punctuation</source>
        <translation>すべての句読点</translation>
    </message>
    <message>
        <source>Dashes and bullets: 2019–2024, 2019-2024</source>
        <translation>ダッシュと行頭記号：2019–2024、2019-2024</translation>
    </message>
    <message>
        <source>Minor differences</source>
        <translation>軽微な相違</translation>
    </message>
    <message>
        <source>Optional accents and encodings: ETAT, État; ş, ș</source>
        <translation>省略可能なアクセントと文字コード：ETAT、État／ş、ș</translation>
    </message>
    <message>
        <source>Quotation marks: “so”, &quot;so&quot;</source>
        <translation>引用符：“so”、&quot;so&quot;</translation>
    </message>
    <message>
        <source>They are marked quietly and count as equal in the figures.</source>
        <translation>控えめに印が付き、数値では一致として数えます。</translation>
    </message>
    <message>
        <source>Upper and lower case: Minister, minister</source>
        <translation>大文字と小文字：Minister、minister</translation>
    </message>
    <message>
        <source>White space inside a word: 10 000, 10000</source>
        <translation>語の中の空白：10 000、10000</translation>
    </message>
</context>
<context>
    <name>ElsewhereNotice</name>
    <message>
        <source>Next unlabelled</source>
        <translation>次の未判定へ</translation>
    </message>
    <message>
        <source>Since this pair came into the window, it was labelled “{label}” in another window or by another program. A label key replaces that label.</source>
        <translation>このペアがウィンドウに表示されてから、別のウィンドウまたは別のプログラムでラベル「{label}」が付けられました。ラベルキーを押すと、そのラベルを置き換えます。</translation>
    </message>
</context>
<context>
    <name>EncodingMenu</name>
    <message>
        <source>As found ({encoding})</source>
        <translation>検出どおり（{encoding}）</translation>
    </message>
</context>
<context>
    <name>EndPanel</name>
    <message>
        <source>Here are the first {shown}; the filters of the list have all.</source>
        <translation>ここには最初の {shown} 件があります。リストの絞り込みですべてが見られます。</translation>
    </message>
    <message>
        <source>Where an id occurs twice, only its first pair can have another label.</source>
        <translation>IDが重複している場合、別のラベルを付けられるのは最初のペアだけです。</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) with the id of an earlier one</source>
        <translation>
            <numerusform>先のペアと同じIDのペアが%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>id occurs twice</source>
        <translation>ID重複</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>読み取り不可</translation>
    </message>
    <message>
        <source>to label</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>{key} leads to the first of them.</source>
        <translation>{key}で最初のペアに移動します。</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) that the list does not show are left to label.</source>
        <translation>
            <numerusform>リストに表示されていない %Ln 件のペアに、まだラベルがありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The list shows no pair that is left to label</source>
        <translation>リストに表示中のペアに、これからラベルを付けるものはありません</translation>
    </message>
    <message>
        <source>Show all pairs</source>
        <translation>すべてのペアを表示</translation>
    </message>
    <message>
        <source>Summary of the work</source>
        <translation>作業のまとめ</translation>
    </message>
    <message>
        <source>Nobody can judge what cannot be shown. Repair the documents and read them again, or go to the pairs from here and label them unusable.</source>
        <translation>表示できないものは判定できません。文書を直して読み直すか、ここから開いて使用不可のラベルを付けてください。</translation>
    </message>
    <message>
        <source>Here are the first {shown}; the filter “Flagged” of the list has all.</source>
        <translation>ここには最初の {shown} 件があります。リストの絞り込み「保留」ですべてが見られます。</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) flagged to come back to</source>
        <translation>
            <numerusform>保留のペア：%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>All pairs are labelled</source>
        <translation>すべてのペアにラベルが付きました</translation>
    </message>
    <message>
        <source>Back to the pairs</source>
        <translation>ペアに戻る</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>パスをコピー</translation>
    </message>
    <message>
        <source>Flagged pairs</source>
        <translation>保留のペア</translation>
    </message>
    <message>
        <source>No pair is flagged.</source>
        <translation>保留のペアはありません。</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>The label keys do nothing here, because no pair is shown. Go back to the pairs to change a label, or undo the last decision.</source>
        <translation>ここにはペアが表示されていないため、ラベルのキーは働きません。ラベルを変えるには、ペアに戻るか、直前の判定を取り消してください。</translation>
    </message>
    <message>
        <source>The labels are in</source>
        <translation>ラベルの保存先</translation>
    </message>
    <message>
        <source>All pairs that can be read are labelled</source>
        <translation>読み取れるすべてのペアにラベルが付きました</translation>
    </message>
    <message>
        <source>Pairs that cannot be read</source>
        <translation>読み取れないペア</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) cannot be read</source>
        <translation>
            <numerusform>読み取れないペア：%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>All pairs that the list shows are labelled</source>
        <translation>リストに表示中のすべてのペアにラベルが付きました</translation>
    </message>
    <message>
        <source>None of the pairs can be read</source>
        <translation>読み取れるペアがありません</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Searching…</source>
        <translation>検索中…</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%Ln件一致</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation>検索バーを閉じる（Esc）</translation>
    </message>
    <message>
        <source>Find in both documents</source>
        <translation>両方の文書を検索</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>次の一致</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>前の一致</translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>{current} / {total}</translation>
    </message>
</context>
<context>
    <name>FurnitureList</name>
    <message>
        <source>Byline</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>キャプション</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>フッター</translation>
    </message>
    <message>
        <source>Furniture</source>
        <translation>付随要素</translation>
    </message>
    <message>
        <source>Go to this section</source>
        <translation>このセクションへ</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>Neither document has one.</source>
        <translation>どちらの文書にもありません。</translation>
    </message>
    <message>
        <source>added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>維持</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>The candidate has it as the reference does.</source>
        <translation>候補文書にも参照文書と同じものがあります。</translation>
    </message>
    <message>
        <source>Both have one, but its words are not the same.</source>
        <translation>両方にありますが、語句が異なります。</translation>
    </message>
    <message>
        <source>Only the reference has it: it was left out of the candidate.</source>
        <translation>参照文書だけにあり、候補文書では省かれています。</translation>
    </message>
    <message>
        <source>Only the candidate has it: it does not come from the reference.</source>
        <translation>候補文書だけにあり、参照文書に由来するものではありません。</translation>
    </message>
</context>
<context>
    <name>GuidelinesPanel</name>
    <message>
        <source>These are the first {shown} of {all} characters; the rest is in {name}.</source>
        <translation>{all} 文字のうち最初の {shown} 文字です。残りは {name} にあります。</translation>
    </message>
    <message>
        <source>A text file of yours, such as the rules of your project, can stand here.</source>
        <translation>プロジェクトの規則など、ご自分のテキストファイルをここに表示できます。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>Choose a guidelines file</source>
        <translation>ガイドラインのファイルを選ぶ</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>ガイドライン</translation>
    </message>
</context>
<context>
    <name>GuidelinesController</name>
    <message>
        <source>Choose a guidelines file</source>
        <translation>ガイドラインのファイルを選ぶ</translation>
    </message>
</context>
<context>
    <name>GutterHandle</name>
    <message>
        <source>Border between the documents</source>
        <translation>文書の境界</translation>
    </message>
    <message>
        <source>Left and right move it, Home puts it in the middle.</source>
        <translation>左右キーで動かし、Homeで中央に戻します。</translation>
    </message>
</context>
<context>
    <name>KeyBindings</name>
    <message>
        <source>This is not a key.</source>
        <translation>これはキーではありません。</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”. Remove it there first.</source>
        <translation>{key}は「{action}」のキーです。先にそちらから外してください。</translation>
    </message>
    <message>
        <source>{key} moves through the text that has the focus.</source>
        <translation>{key}はフォーカスのあるテキスト内の移動に使います。</translation>
    </message>
    <message>
        <source>{key} works the buttons and fields of the window.</source>
        <translation>{key}はウィンドウのボタンと入力欄の操作に使います。</translation>
    </message>
</context>
<context>
    <name>KeyGuard</name>
    <message>
        <source>Ignored, because a text is being edited. Esc leaves it.</source>
        <translation>テキストの編集中のため無視しました。Escで抜けます。</translation>
    </message>
    <message>
        <source>Ignored, because the key was held down. Press it again.</source>
        <translation>キーが押し続けられていたため無視しました。押し直してください。</translation>
    </message>
    <message>
        <source>Ignored, because the pair had only just appeared. Press it again.</source>
        <translation>ペアが表示された直後のため無視しました。もう一度押してください。</translation>
    </message>
    <message>
        <source>Ignored, because the pair is not on the screen yet.</source>
        <translation>ペアがまだ表示されていないため無視しました。</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作とキー</translation>
    </message>
    <message>
        <source>All as at first</source>
        <translation>すべて初期値に戻す</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>初期値に戻す</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新しいキー</translation>
    </message>
    <message>
        <source>Press a key for “{action}”; the newest comes first.</source>
        <translation>「{action}」のキーを押してください。新しいキーが先頭になります。</translation>
    </message>
    <message>
        <source>Second key</source>
        <translation>第2のキー</translation>
    </message>
    <message>
        <source>Take keys away</source>
        <translation>キーを外す</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>All keys</source>
        <translation>キー一覧</translation>
    </message>
    <message>
        <source>Arrows and page keys belong to the text that has the focus. All other keys can be changed in the settings.</source>
        <translation>矢印キーとPage Up/Downは、フォーカスのあるテキストのものです。ほかのキーはすべて設定で変更できます。</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Look-alike</source>
        <translation>類似文字</translation>
    </message>
    <message>
        <source>Looks the same, other characters. Mark: a wavy line.</source>
        <translation>見た目は同じで文字が異なります。印：波線。</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>軽微</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>欠落</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Only case, quotation marks, dashes, spacing, optional accents or encoding differ.</source>
        <translation>大文字小文字、引用符、ダッシュ、空白、省略可能なアクセント、文字コードだけが異なります。</translation>
    </message>
    <message>
        <source>Only the candidate has it. Mark: a bar at the side.</source>
        <translation>候補文書だけにあります。印：脇の縦棒。</translation>
    </message>
    <message>
        <source>Only the reference has it. Mark: struck edge or hatching.</source>
        <translation>参照文書だけにあります。印：縁の斜線または網掛け。</translation>
    </message>
    <message>
        <source>Other words stand in the same place. Mark: underline.</source>
        <translation>同じ位置に別の語があります。印：下線。</translation>
    </message>
    <message>
        <source>Substituted</source>
        <translation>置換</translation>
    </message>
    <message>
        <source>The section stands elsewhere. Mark: a dashed frame.</source>
        <translation>セクションが別の位置にあります。印：破線の枠。</translation>
    </message>
</context>
<context>
    <name>LabelBar</name>
    <message>
        <source>The pair cannot be judged: a document cannot be read, or is the wrong one.</source>
        <translation>このペアは判定できません。文書を読み取れないか、別の文書です。</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Label of the pair</source>
        <translation>ペアのラベル</translation>
    </message>
    <message>
        <source>Neither was made from the other.</source>
        <translation>どちらも他方から作られたものではありません。</translation>
    </message>
    <message>
        <source>No pair is open.</source>
        <translation>ペアが開かれていません。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>The candidate is</source>
        <translation>候補文書は</translation>
    </message>
    <message>
        <source>The candidate was made from the reference.</source>
        <translation>候補文書は参照文書から作られました。</translation>
    </message>
    <message>
        <source>The reference was made from the candidate.</source>
        <translation>参照文書は候補文書から作られました。</translation>
    </message>
</context>
<context>
    <name>LabellingController</name>
    <message>
        <source>flagged</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>not flagged any more</source>
        <translation>保留を解除</translation>
    </message>
    <message>
        <source>The only label for this pair is unusable. It can be flagged and noted, too.</source>
        <translation>このペアに付けられるラベルは使用不可だけです。保留とメモも付けられます。</translation>
    </message>
    <message>
        <source>The key {key} of the label “{label}” is that of “{action}”. Choose another one in the settings, under Keys, or in {file}.</source>
        <translation>ラベル「{label}」のキー{key}は「{action}」のキーです。設定の「キー」か{file}で別のキーを選んでください。</translation>
    </message>
    <message>
        <source>Ignored, because no pair is shown here. Go back to the pairs first.</source>
        <translation>ここにはペアが表示されていないため、無視しました。先にペアに戻ってください。</translation>
    </message>
    <message>
        <source>Brought back: {what}.</source>
        <translation>元に戻しました：{what}。</translation>
    </message>
    <message>
        <source>No pair is shown here.</source>
        <translation>ここにはペアが表示されていません。</translation>
    </message>
    <message>
        <source>Nothing was decided in this session. Ctrl+Z undoes earlier decisions.</source>
        <translation>今回の作業ではまだ判定していません。以前の判定はCtrl+Zで取り消せます。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>やり直すものはありません。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>取り消すものはありません。</translation>
    </message>
    <message>
        <source>This pair cannot be read.</source>
        <translation>このペアは読み取れません。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>取り消しました：{what}。</translation>
    </message>
    <message>
        <source>the decision on {pair}</source>
        <translation>{pair}の判定</translation>
    </message>
    <message>
        <source>the flag of {pair}</source>
        <translation>{pair}の保留</translation>
    </message>
    <message>
        <source>the label of {pair}</source>
        <translation>{pair}のラベル</translation>
    </message>
    <message>
        <source>the note of {pair}</source>
        <translation>{pair}のメモ</translation>
    </message>
    <message>
        <source>“{key}” went into the text field, not to the pair. Esc empties it.</source>
        <translation>「{key}」はペアにではなく入力欄に入りました。Esc で入力欄を空にします。</translation>
    </message>
</context>
<context>
    <name>LedgerModel</name>
    <message>
        <source>Candidate</source>
        <translation>候補文書</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>回数</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照文書</translation>
    </message>
    <message numerus="yes">
        <source>{reference} became {candidate}, %n time(s)</source>
        <translation>
            <numerusform>{reference}が{candidate}に、%Ln回</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerPanel</name>
    <message>
        <source>Copy as CSV</source>
        <translation>CSVとしてコピー</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>テキストとしてコピー</translation>
    </message>
    <message>
        <source>Copy the substitutions</source>
        <translation>置換をコピー</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Filter the substitutions</source>
        <translation>置換を絞り込む</translation>
    </message>
    <message>
        <source>No word was substituted.</source>
        <translation>置換された語はありません。</translation>
    </message>
    <message>
        <source>Substitutions</source>
        <translation>置換</translation>
    </message>
    <message>
        <source>Substitutions ({count})</source>
        <translation>置換（{count}）</translation>
    </message>
</context>
<context>
    <name>ListReportController</name>
    <message>
        <source>The report could not be written ({why}).</source>
        <translation>レポートを書き込めませんでした（{why}）。</translation>
    </message>
    <message>
        <source>The process that compared this pair ended early, or took too long.</source>
        <translation>このペアを比較するプロセスが途中で終了したか、時間がかかりすぎました。</translation>
    </message>
    <message>
        <source>Zip file</source>
        <translation>Zip ファイル</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Save the reports of all pairs</source>
        <translation>全ペアのレポートを保存</translation>
    </message>
    <message>
        <source>{path} exists and is not a report of a list; choose another name, or an empty folder.</source>
        <translation>{path} にはリストのレポート以外のものがあります。別の名前か空のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Reports of all pairs</source>
        <translation>全ペアのレポート</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>{done} of {total} pairs compared and written</source>
        <translation>{total} 組中 {done} 組を比較して書き込みました</translation>
    </message>
    <message>
        <source>The processes that compare pairs end as soon as they start; close other programs.</source>
        <translation>ペアを比較するプロセスがすぐに終了します。ほかのソフトを閉じてください。</translation>
    </message>
    <message>
        <source>The reports were stopped; none of them is kept.</source>
        <translation>レポートを中止しました。作成済みのものは残りません。</translation>
    </message>
    <message>
        <source>The reports are in {path}.</source>
        <translation>レポートは {path} にあります。</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) could not be compared.</source>
        <translation>
            <numerusform>%Ln 組を比較できませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>The reports could not be written to {path} ({why}); choose another place.</source>
        <translation>{path} にレポートを書き込めませんでした（{why}）。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>Reports have similarities, which are hidden while the list is read so.</source>
        <translation>レポートには類似度が含まれますが、この読み方の間は表示されません。</translation>
    </message>
</context>
<context>
    <name>LooksPage</name>
    <message>
        <source>As the desktop</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Colours:</source>
        <translation>配色：</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Fold long equal stretches</source>
        <translation>長い一致部分を折りたたむ</translation>
    </message>
    <message>
        <source>Font of the texts:</source>
        <translation>本文の書体：</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>言語：</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Size of the texts:</source>
        <translation>本文の大きさ：</translation>
    </message>
    <message>
        <source>The new language is used from the next start on.</source>
        <translation>新しい言語は次回の起動から使われます。</translation>
    </message>
    <message>
        <source>With serifs</source>
        <translation>セリフ体</translation>
    </message>
    <message>
        <source>Without serifs</source>
        <translation>サンセリフ体</translation>
    </message>
</context>
<context>
    <name>MeasuringLine</name>
    <message>
        <source>{figures}, less than 1 min</source>
        <translation>{figures}、残り1分未満</translation>
    </message>
    <message>
        <source>{measured} of {total} measured, {others} without figures</source>
        <translation>{total}件中{measured}件を測定済み、{others}件は測定値なし</translation>
    </message>
    <message>
        <source>{measured} of {total} measured</source>
        <translation>{total}件中{measured}件を測定済み</translation>
    </message>
    <message>
        <source>{figures}, about {time}</source>
        <translation>{figures}、残り約{time}</translation>
    </message>
    <message>
        <source>{figures}, paused</source>
        <translation>{figures}、一時停止中</translation>
    </message>
    <message>
        <source>{figures}, goes on with mains power</source>
        <translation>{figures}、電源接続後に再開</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}分</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}時間</translation>
    </message>
    <message>
        <source>Go on measuring</source>
        <translation>測定を再開</translation>
    </message>
    <message>
        <source>Pause the measuring</source>
        <translation>測定を一時停止</translation>
    </message>
</context>
<context>
    <name>MessagePanel</name>
    <message>
        <source>Next pair</source>
        <translation>次のペア</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>読み直す</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Not inserted: a note has at most {characters} characters and {lines} lines.</source>
        <translation>挿入しませんでした。メモは {characters} 文字、{lines} 行までです。</translation>
    </message>
    <message>
        <source>These are the first {shown} of {all} characters; the note can be read and changed in the label file.</source>
        <translation>{all} 文字のうち最初の {shown} 文字です。メモの全文はラベルファイルで読み、変更できます。</translation>
    </message>
    <message>
        <source>Back to the text (Esc)</source>
        <translation>本文に戻る（Esc）</translation>
    </message>
    <message>
        <source>Enter or Esc goes back; Shift+Enter begins a line.</source>
        <translation>EnterまたはEscで戻り、メモは残ります。Shift+Enterで改行します。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Note on this pair</source>
        <translation>このペアのメモ</translation>
    </message>
    <message>
        <source>What the next reader of this label should know</source>
        <translation>このラベルを次に見る人に伝えたいこと</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns of the articles</source>
        <translation>記事の列</translation>
    </message>
    <message>
        <source>None: the number of the row</source>
        <translation>なし（行番号を使う）</translation>
    </message>
    <message>
        <source>Column with the &amp;text</source>
        <translation>本文の列(&amp;T)</translation>
    </message>
    <message>
        <source>Column with the &amp;id</source>
        <translation>IDの列(&amp;I)</translation>
    </message>
    <message>
        <source>{name} has no columns named like those of a pair list. If each row is an article, say which column holds the text; pairs are looked for among them.</source>
        <translation>{name} には、ペアリストの列名を持つ列がありません。各行が1つの記事であれば、本文の列を選んでください。それらの記事の中からペアを探します。</translation>
    </message>
    <message>
        <source>Look for pairs</source>
        <translation>ペアを探す</translation>
    </message>
</context>
<context>
    <name>OpeningController</name>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <source>Choose a folder with pairs or articles</source>
        <translation>ペアまたは記事の入ったフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose a list of pairs</source>
        <translation>ペアの一覧を選ぶ</translation>
    </message>
    <message>
        <source>Choose the candidate</source>
        <translation>候補文書を選ぶ</translation>
    </message>
    <message>
        <source>Choose the reference</source>
        <translation>参照文書を選ぶ</translation>
    </message>
    <message>
        <source>Drop two documents, or one list of pairs, or one folder.</source>
        <translation>2つの文書、ペアの一覧1つ、またはフォルダー1つをドロップしてください。</translation>
    </message>
    <message>
        <source>Lists of pairs</source>
        <translation>ペアの一覧</translation>
    </message>
    <message>
        <source>Reading the labels…</source>
        <translation>判定を読み込んでいます…</translation>
    </message>
    <message>
        <source>Choose the reference that belongs to {name}</source>
        <translation>{name}に対応する参照文書を選ぶ</translation>
    </message>
    <message>
        <source>Choose the candidate that belongs to {name}</source>
        <translation>{name}に対応する候補文書を選ぶ</translation>
    </message>
    <message>
        <source>{name} is one document; open or drop it together with a second one.</source>
        <translation>{name}は1つの文書です。もう1つの文書と一緒に開くか、ドロップしてください。</translation>
    </message>
</context>
<context>
    <name>OverruledNotice</name>
    <message>
        <source>Show the pair</source>
        <translation>ペアを表示</translation>
    </message>
    <message>
        <source>{pair}: another window had just decided “{before}”; “{now}”, decided later in this window, counts. Undo brings the other one back.</source>
        <translation>{pair}：別のウィンドウが直前に「{before}」と判定していました。後からこのウィンドウで判定した「{now}」が有効です。元に戻すと、もう一方の判定に戻ります。</translation>
    </message>
    <message>
        <source>{pair}: the label was “{before}”; another window decided “{now}” later, and that counts.</source>
        <translation>{pair}：ラベルは「{before}」でしたが、後から別のウィンドウが「{now}」と判定し、そちらが有効です。</translation>
    </message>
    <message numerus="yes">
        <source>So it is with %n further pair(s).</source>
        <translation>
            <numerusform>ほか%Ln件のペアも同様です。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewStrip</name>
    <message>
        <source>A click or drag scrolls both documents there.</source>
        <translation>クリックやドラッグで両方の文書がその位置に移動します。</translation>
    </message>
    <message>
        <source>Overview of the differences</source>
        <translation>相違の全体図</translation>
    </message>
</context>
<context>
    <name>PairDetails</name>
    <message>
        <source>Candidate</source>
        <translation>候補文書</translation>
    </message>
    <message>
        <source>Details of the pair</source>
        <translation>ペアの詳細</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照文書</translation>
    </message>
</context>
<context>
    <name>PairListView</name>
    <message>
        <source>Pairs</source>
        <translation>ペア</translation>
    </message>
</context>
<context>
    <name>PairsModel</name>
    <message>
        <source>its id occurs twice</source>
        <translation>IDが重複</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>使用不可</translation>
    </message>
    <message>
        <source>changed since it was labelled</source>
        <translation>ラベル付け後に変更</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>メモあり</translation>
    </message>
    <message>
        <source>not labelled</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>読み取り不可</translation>
    </message>
    <message>
        <source>unrelated</source>
        <translation>無関係</translation>
    </message>
    <message>
        <source>Pair {number}</source>
        <translation>ペア {number}</translation>
    </message>
    <message>
        <source>overruled: {label}</source>
        <translation>覆された判定：{label}</translation>
    </message>
</context>
<context>
    <name>PairsPanel</name>
    <message>
        <source>Search the pairs by id, path, note or column of the list</source>
        <translation>ペアをID・パス・メモ・リストの列で検索</translation>
    </message>
    <message>
        <source>Search id, path, note or column</source>
        <translation>ID・パス・メモ・列を検索</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>ペア</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} / {total}</translation>
    </message>
    <message>
        <source>Search number or note</source>
        <translation>番号・メモを検索</translation>
    </message>
    <message>
        <source>Search the pairs by number or note</source>
        <translation>番号・メモでペアを検索</translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message>
        <source>{role}: read as {encoding}</source>
        <translation>{role}：{encoding}として読み込み</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Not inserted: there is room for {characters} characters in {lines} lines of at most {line}. Save the text in a file and open that.</source>
        <translation>挿入しませんでした。ここに入るのは {characters} 文字、{lines} 行、1 行 {line} 文字までです。テキストをファイルに保存し、それを開いてください。</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候補文書</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Paste the candidate here</source>
        <translation>ここに候補文書を貼り付け</translation>
    </message>
    <message>
        <source>Paste the reference here</source>
        <translation>ここに参照文書を貼り付け</translation>
    </message>
    <message>
        <source>Paste two texts</source>
        <translation>2つのテキストを貼り付ける</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照文書</translation>
    </message>
    <message>
        <source>Texts and labels are kept in your own data folder, and stay under Recent.</source>
        <translation>テキストとラベルはご自分のデータフォルダーに保存され、「最近使ったもの」に残ります。</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recent</source>
        <translation>最近使ったものを開く</translation>
    </message>
</context>
<context>
    <name>Pointer</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Go to where this section moved</source>
        <translation>このセクションの移動先へ</translation>
    </message>
    <message>
        <source>Select all of this document</source>
        <translation>この文書をすべて選択</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>less than a minute left</source>
        <translation>残り1分未満</translation>
    </message>
    <message>
        <source>outside the {total} shown</source>
        <translation>表示中の {total} 件に含まれない</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%Ln時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labelled</source>
        <translation>
            <numerusform>%Ln件判定済み</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%Ln分</numerusform>
        </translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>残り約{time}</translation>
    </message>
    <message>
        <source>pair {number} of {total}</source>
        <translation>ペア {number} / {total}</translation>
    </message>
    <message>
        <source>{seconds} s a pair</source>
        <translation>1ペア{seconds}秒</translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message>
        <source>Nothing is selected that could be copied.</source>
        <translation>コピーできるものが選択されていません。</translation>
    </message>
    <message>
        <source>No text is shown here.</source>
        <translation>ここにはテキストが表示されていません。</translation>
    </message>
    <message>
        <source>There is nothing to fold: no long stretch of this pair is equal.</source>
        <translation>折りたたむものがありません。このペアには、長く一致する部分がありません。</translation>
    </message>
    <message>
        <source>The marks are hidden.</source>
        <translation>マークは非表示です。</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>{role}: cannot be read</source>
        <translation>{role}：読み取れません</translation>
    </message>
    <message>
        <source>still being read…</source>
        <translation>まだ読み込み中…</translation>
    </message>
    <message>
        <source>comparing…</source>
        <translation>比較中…</translation>
    </message>
    <message>
        <source>Reading the documents…</source>
        <translation>文書を読み込んでいます…</translation>
    </message>
    <message>
        <source>That lies beyond what is shown of this very long text.</source>
        <translation>その箇所は、この非常に長いテキストの表示範囲より後ろにあります。</translation>
    </message>
    <message numerus="yes">
        <source>%n equal word(s)</source>
        <translation>
            <numerusform>一致する%Ln語</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) without a shown difference</source>
        <translation>
            <numerusform>表示中の相違がない%Ln語</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in this pair</source>
        <translation>
            <numerusform>このペアで%Ln回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln語</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added in the candidate (%n word(s)): {words}</source>
        <translation>
            <numerusform>候補文書に追加（%Ln語）：{words}</numerusform>
        </translation>
    </message>
    <message>
        <source>Both documents are empty.</source>
        <translation>どちらの文書も空です。</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候補文書</translation>
    </message>
    <message>
        <source>Look-alike: {old} is written with other characters</source>
        <translation>類似文字：{old}が別の文字で書かれています</translation>
    </message>
    <message>
        <source>Minor: {old} is written {new}</source>
        <translation>軽微：{old}が{new}と書かれています</translation>
    </message>
    <message>
        <source>Minor: {words} is added in the candidate</source>
        <translation>軽微：{words}が候補文書に追加されています</translation>
    </message>
    <message>
        <source>Minor: {words} is missing in the candidate</source>
        <translation>軽微：{words}が候補文書にありません</translation>
    </message>
    <message numerus="yes">
        <source>Missing in the candidate (%n word(s)): {words}</source>
        <translation>
            <numerusform>候補文書に欠落（%Ln語）：{words}</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved section: it stands elsewhere in the other document</source>
        <translation>移動したセクション：もう一方の文書では別の位置にあります</translation>
    </message>
    <message>
        <source>No moved section is in view.</source>
        <translation>表示範囲に移動したセクションはありません。</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照文書</translation>
    </message>
    <message numerus="yes">
        <source>Section added in the candidate (%n word(s))</source>
        <translation>
            <numerusform>セクションが候補文書に追加（%Ln語）</numerusform>
        </translation>
    </message>
    <message>
        <source>Section in both documents</source>
        <translation>両方の文書にあるセクション</translation>
    </message>
    <message numerus="yes">
        <source>Section missing in the candidate (%n word(s))</source>
        <translation>
            <numerusform>セクションが候補文書に欠落（%Ln語）</numerusform>
        </translation>
    </message>
    <message>
        <source>Substitution: {old} became {new}</source>
        <translation>置換：{old}が{new}に</translation>
    </message>
    <message>
        <source>That was the first difference; this is the last.</source>
        <translation>最初の相違を過ぎました。ここは最後の相違です。</translation>
    </message>
    <message>
        <source>That was the last difference; this is the first.</source>
        <translation>最後の相違を過ぎました。ここは最初の相違です。</translation>
    </message>
    <message>
        <source>The candidate is empty: it has no visible character.</source>
        <translation>候補文書は空です。目に見える文字がありません。</translation>
    </message>
    <message>
        <source>The reference is empty: it has no visible character.</source>
        <translation>参照文書は空です。目に見える文字がありません。</translation>
    </message>
    <message>
        <source>There is no difference to step to.</source>
        <translation>移動できる相違はありません。</translation>
    </message>
    <message numerus="yes">
        <source>added: %n character(s)</source>
        <translation>
            <numerusform>追加：%Ln文字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>added: %n word(s)</source>
        <translation>
            <numerusform>追加：%Ln語</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missing: %n character(s)</source>
        <translation>
            <numerusform>欠落：%Ln文字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missing: %n word(s)</source>
        <translation>
            <numerusform>欠落：%Ln語</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved here from ↑ %n section(s) above</source>
        <translation>
            <numerusform>移動元：↑ %Lnセクション上</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved here from ↓ %n section(s) below</source>
        <translation>
            <numerusform>移動元：↓ %Lnセクション下</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved to ↑ %n section(s) above</source>
        <translation>
            <numerusform>移動先：↑ %Lnセクション上</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved to ↓ %n section(s) below</source>
        <translation>
            <numerusform>移動先：↓ %Lnセクション下</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no counterpart: %n word(s) added</source>
        <translation>
            <numerusform>対応なし：%Ln語が追加</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no counterpart: %n word(s) missing</source>
        <translation>
            <numerusform>対応なし：%Ln語が欠落</numerusform>
        </translation>
    </message>
    <message>
        <source>{role}: {name}</source>
        <translation>{role}：{name}</translation>
    </message>
    <message numerus="yes">
        <source>Hidden in the reference (%n word(s)): {words}</source>
        <translation>
            <numerusform>参照文書の隠しテキスト（%Ln語）：{words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hidden in the candidate (%n word(s)): {words}</source>
        <translation>
            <numerusform>候補文書の隠しテキスト（%Ln語）：{words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden word(s)</source>
        <translation>
            <numerusform>隠し%Ln語</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hidden: %n word(s)</source>
        <translation>
            <numerusform>隠しテキスト：%Ln語</numerusform>
        </translation>
    </message>
    <message>
        <source>marks hidden</source>
        <translation>マーク非表示</translation>
    </message>
</context>
<context>
    <name>ReportController</name>
    <message>
        <source>Save a report as HTML</source>
        <translation>レポートをHTMLで保存</translation>
    </message>
    <message>
        <source>Save a report as PDF</source>
        <translation>レポートをPDFで保存</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>レポートを{path}に保存しました。</translation>
    </message>
    <message>
        <source>There is no compared pair in the window to report on.</source>
        <translation>レポートにできる比較済みのペアがウィンドウにありません。</translation>
    </message>
    <message>
        <source>The printer accepted nothing; check its settings.</source>
        <translation>プリンターが受け付けませんでした。設定を確認してください。</translation>
    </message>
    <message>
        <source>The report went to {printer}.</source>
        <translation>レポートを {printer} に送りました。</translation>
    </message>
    <message>
        <source>A report has similarities, which are hidden while the list is read so.</source>
        <translation>レポートには類似度が含まれますが、この読み方の間は表示されません。</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>The report could not be written to {path} ({why}); choose another place.</source>
        <translation>レポートを{path}に書き込めませんでした（{why}）。別の場所を選んでください。</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>This is the only pair. It cannot be read, but can be labelled unusable.</source>
        <translation>ペアはこれだけで、読み取れません。使用不可のラベルを付けられます。</translation>
    </message>
    <message>
        <source>No pair is shown here.</source>
        <translation>ここにはペアが表示されていません。</translation>
    </message>
    <message>
        <source>Now the pair is shown. Press the key again.</source>
        <translation>ペアが表示されました。もう一度キーを押してください。</translation>
    </message>
    <message>
        <source>These texts are very long: the first {share} of them are shown here. Figures, substitutions and reports are about all of them.</source>
        <translation>テキストが非常に長いため、ここには最初の {share} だけを表示しています。数値・置換・レポートは全文についてのものです。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>比較中…</translation>
    </message>
    <message>
        <source>Labelled. The label is in {path}.</source>
        <translation>ラベルを付けました。保存先：{path}</translation>
    </message>
    <message>
        <source>There is no comparison of this pair.</source>
        <translation>このペアの比較はありません。</translation>
    </message>
    <message>
        <source>The marks are hidden.</source>
        <translation>マークは非表示です。</translation>
    </message>
</context>
<context>
    <name>SaveSign</name>
    <message>
        <source>a label is in doubt</source>
        <translation>未確定のラベルがあります</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>kept in the recovery journal</source>
        <translation>復旧ジャーナルに保管</translation>
    </message>
    <message>
        <source>label file is read-only</source>
        <translation>ラベルファイルは読み取り専用</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>保存中…</translation>
    </message>
</context>
<context>
    <name>SectionsModel</name>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>欠落</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>語数</translation>
    </message>
    <message numerus="yes">
        <source>{kind} section of %n word(s): {beginning}</source>
        <translation>
            <numerusform>{kind}セクション、%Ln語：{beginning}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hidden section of %n word(s): {beginning}</source>
        <translation>
            <numerusform>隠しセクション、%Ln語：{beginning}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionsPanel</name>
    <message>
        <source>The first {listed} are listed; the reports have all.</source>
        <translation>最初の {listed} 件を表示しています。レポートにはすべて含まれます。</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>テキストとしてコピー</translation>
    </message>
    <message>
        <source>No section is missing, added or moved.</source>
        <translation>欠落・追加・移動したセクションはありません。</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>セクション</translation>
    </message>
    <message>
        <source>Sections ({count})</source>
        <translation>セクション（{count}）</translation>
    </message>
    <message>
        <source>Sections missing, added and moved</source>
        <translation>欠落・追加・移動したセクション</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Labels and documents</source>
        <translation>ラベルと文書</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>Or drop two documents, a list of pairs, a folder or links here.</source>
        <translation>2つの文書、ペアのリスト、フォルダー、リンクをここにドロップすることもできます。</translation>
    </message>
    <message>
        <source>No pairs yet? Open a folder of articles, or a file with one in each row: Copydesk finds the pairs among them that are worth reading.</source>
        <translation>ペアがまだない場合は、記事のフォルダー、または1行に1記事のファイルを開いてください。読む価値のあるペアを Copydesk が見つけます。</translation>
    </message>
    <message>
        <source>Open web pages…</source>
        <translation>ウェブページを開く…</translation>
    </message>
    <message>
        <source>Open a folder of pairs or articles…</source>
        <translation>ペアまたは記事のフォルダーを開く…</translation>
    </message>
    <message>
        <source>Open a list of pairs…</source>
        <translation>ペアの一覧を開く…</translation>
    </message>
    <message>
        <source>Open two documents…</source>
        <translation>2つの文書を開く…</translation>
    </message>
    <message>
        <source>Paste two texts…</source>
        <translation>2つのテキストを貼り付ける…</translation>
    </message>
    <message>
        <source>Read two articles side by side, see what was swapped, label the pair.</source>
        <translation>2つの記事を並べて読み、置き換えられた箇所を確かめ、ペアにラベルを付けます。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使ったもの</translation>
    </message>
    <message>
        <source>Try the sample pairs</source>
        <translation>サンプルのペアを試す</translation>
    </message>
</context>
<context>
    <name>StrayRowsController</name>
    <message numerus="yes">
        <source>%n row(s) of {file} name no pair of this list</source>
        <translation>
            <numerusform>{file} の %Ln 行がこのリストのどのペアにも当たらず</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) have no row</source>
        <translation>
            <numerusform>%Ln 組のペアに行がありません</numerusform>
        </translation>
    </message>
    <message>
        <source>{rows}, and {pairs}; a spreadsheet may have rewritten ids.</source>
        <translation>{rows}、{pairs}。表計算ソフトが ID を書き換えた可能性があります。</translation>
    </message>
    <message>
        <source>Show them…</source>
        <translation>表示…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were put right.</source>
        <translation>
            <numerusform>%Ln 行を修正しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The label file as it was is kept in {copy}.</source>
        <translation>以前のラベルファイルは {copy} に保管されています。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>The rows could not be corrected: {why}</source>
        <translation>行を修正できませんでした: {why}</translation>
    </message>
</context>
<context>
    <name>StrayRowsDialog</name>
    <message>
        <source>Rows that name no pair</source>
        <translation>どのペアにも当たらない行</translation>
    </message>
    <message>
        <source>A row gets the id of the one pair that it can be about: that of the same documents, by path or content, without a row of the same annotator, and with an id that a spreadsheet would turn into the row's. Where several are possible, it stays as it is. Times and figures that a spreadsheet rewrote become what they were. {file} is kept as it is now, and all of this can be taken back.</source>
        <translation>行には、該当しうる唯一のペアの ID が付きます。パスまたは内容で同じ文書を持ち、同じ作業者の行がなく、表計算ソフトがその行の ID に書き換えうる ID のペアです。候補が複数あるときは、行はそのままです。表計算ソフトが書き換えた日時と数値は元に戻ります。現在の {file} は保管され、すべて取り消せます。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can get the id of their pair.</source>
        <translation>
            <numerusform>%Ln 行にペアの ID を付けられます。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {listed} are listed.</source>
        <translation>最初の {listed} 件を表示しています。</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>修正する</translation>
    </message>
    <message>
        <source>Rows and the pairs that they may be about</source>
        <translation>行と、該当しうるペア</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>作業者</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>ペア</translation>
    </message>
    <message>
        <source>none that is left</source>
        <translation>残りのペアにはなし</translation>
    </message>
    <message>
        <source>any of {pairs}</source>
        <translation>{pairs} のいずれか</translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message>
        <source>punctuation {times}</source>
        <translation>句読点{times}</translation>
    </message>
    <message numerus="yes">
        <source>%n section(s)</source>
        <translation>
            <numerusform>%Lnセクション</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%Ln回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln語</numerusform>
        </translation>
    </message>
    <message>
        <source>Candidate: {notice}</source>
        <translation>候補文書：{notice}</translation>
    </message>
    <message>
        <source>Equal words, of both sides, by the words of both documents.</source>
        <translation>両文書の一致した語の、両文書の総語数に対する割合。</translation>
    </message>
    <message>
        <source>No comparison yet.</source>
        <translation>まだ比較していません。</translation>
    </message>
    <message>
        <source>Reference: {notice}</source>
        <translation>参照文書：{notice}</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>The documents are being compared.</source>
        <translation>文書を比較しています。</translation>
    </message>
    <message>
        <source>The same, but substituted and look-alike words count as kept.</source>
        <translation>同じ割合で、置換と類似文字の語も一致に数えます。</translation>
    </message>
    <message>
        <source>There is no figure, because neither document has words.</source>
        <translation>どちらの文書にも語がないため、数値がありません。</translation>
    </message>
    <message>
        <source>verbatim</source>
        <translation>完全一致</translation>
    </message>
    <message>
        <source>with substitutions</source>
        <translation>置換を含む</translation>
    </message>
    <message>
        <source>{kind}: marked in the text</source>
        <translation>{kind}：本文に印あり</translation>
    </message>
    <message>
        <source>{kind}: not marked in the text</source>
        <translation>{kind}：本文に印なし</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Difference {place}</source>
        <translation>相違 {place}</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>List of pairs</source>
        <translation>ペアの一覧</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>次の相違</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>ペア</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>前の相違</translation>
    </message>
    <message>
        <source>Summary, ledger and sections</source>
        <translation>概要・置換・セクション</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>所見</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{total} 件中 {number} 件目</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>A label leads to:</source>
        <translation>ラベルを付けた後：</translation>
    </message>
    <message>
        <source>no other pair</source>
        <translation>移動しない</translation>
    </message>
    <message>
        <source>the next pair of the list</source>
        <translation>リストの次のペア</translation>
    </message>
    <message>
        <source>the next pair without a label</source>
        <translation>ラベルのない次のペア</translation>
    </message>
    <message>
        <source>Goes into each row that is decided from now on.</source>
        <translation>今後判定した各行に記録されます。</translation>
    </message>
    <message>
        <source>Annotator:</source>
        <translation>判定者：</translation>
    </message>
    <message>
        <source>Largest document:</source>
        <translation>文書の上限：</translation>
    </message>
    <message>
        <source>Measure all pairs of a list in the background</source>
        <translation>一覧のすべてのペアをバックグラウンドで測定</translation>
    </message>
    <message>
        <source>Also on battery</source>
        <translation>バッテリー使用時も測定</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>flagged</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>使用不可</translation>
    </message>
    <message>
        <source>{share} of its words are the same</source>
        <translation>語の{share}が一致</translation>
    </message>
    <message>
        <source>{different} different, {all} in all</source>
        <translation>{different}種類、全{all}件</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候補文書</translation>
    </message>
    <message>
        <source>Compared with Copydesk {version}</source>
        <translation>Copydesk {version} で比較</translation>
    </message>
    <message>
        <source>Counted as minor</source>
        <translation>軽微とみなす違い</translation>
    </message>
    <message>
        <source>optional accents and encodings</source>
        <translation>省略可能なアクセントと文字コード</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照文書</translation>
    </message>
    <message>
        <source>SHA-256 of the candidate</source>
        <translation>候補文書のSHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of the reference</source>
        <translation>参照文書のSHA-256</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>セクション</translation>
    </message>
    <message>
        <source>Sections missing, added, moved</source>
        <translation>欠落・追加・移動したセクション</translation>
    </message>
    <message>
        <source>Substitutions</source>
        <translation>置換</translation>
    </message>
    <message>
        <source>The candidate is {verdict}</source>
        <translation>候補文書は{verdict}</translation>
    </message>
    <message>
        <source>The pair</source>
        <translation>ペア</translation>
    </message>
    <message>
        <source>Where the sections of both documents stand</source>
        <translation>両文書のセクションの位置</translation>
    </message>
    <message>
        <source>a copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>候補文書</translation>
    </message>
    <message>
        <source>candidate covered</source>
        <translation>候補文書の一致率</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>キャプション</translation>
    </message>
    <message>
        <source>case</source>
        <translation>大文字と小文字</translation>
    </message>
    <message>
        <source>dashes</source>
        <translation>ダッシュ</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>footer</source>
        <translation>フッター</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>judged by {annotator}</source>
        <translation>判定者：{annotator}</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>維持</translation>
    </message>
    <message>
        <source>looks alike, other characters</source>
        <translation>見た目が同じで文字が異なる</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>軽微</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>欠落</translation>
    </message>
    <message>
        <source>missing, added, moved</source>
        <translation>欠落・追加・移動</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>moved: further down in the candidate</source>
        <translation>移動：候補文書のさらに下</translation>
    </message>
    <message>
        <source>moved: further down in the reference</source>
        <translation>移動：参照文書のさらに下</translation>
    </message>
    <message>
        <source>moved: further up in the candidate</source>
        <translation>移動：候補文書のさらに上</translation>
    </message>
    <message>
        <source>moved: further up in the reference</source>
        <translation>移動：参照文書のさらに上</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>paired</source>
        <translation>対応あり</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>句読点</translation>
    </message>
    <message>
        <source>quotation marks</source>
        <translation>引用符</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参照文書</translation>
    </message>
    <message>
        <source>reference covered</source>
        <translation>参照文書の一致率</translation>
    </message>
    <message>
        <source>spacing</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>substitution</source>
        <translation>置換</translation>
    </message>
    <message>
        <source>the original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>unrelated</source>
        <translation>無関係</translation>
    </message>
    <message>
        <source>verbatim</source>
        <translation>完全一致</translation>
    </message>
    <message>
        <source>with substitutions</source>
        <translation>置換を含む</translation>
    </message>
    <message>
        <source>words of the candidate found in the reference</source>
        <translation>候補文書の語のうち参照文書にあるもの</translation>
    </message>
    <message>
        <source>words of the reference found in the candidate</source>
        <translation>参照文書の語のうち候補文書にあるもの</translation>
    </message>
    <message>
        <source>words that are the same in both</source>
        <translation>両方で同じ語</translation>
    </message>
    <message>
        <source>words the same or substituted, in both</source>
        <translation>両方で同じ、または置換された語</translation>
    </message>
    <message numerus="yes">
        <source>%n look-alike(s)</source>
        <translation>
            <numerusform>類似文字%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minor difference(s)</source>
        <translation>
            <numerusform>軽微な違い%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n section(s) moved</source>
        <translation>
            <numerusform>%Lnセクション移動</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n substitution(s)</source>
        <translation>
            <numerusform>置換%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln語</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) added</source>
        <translation>
            <numerusform>%Ln語追加</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) missing</source>
        <translation>
            <numerusform>%Ln語欠落</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>added in the candidate: %n word(s)</source>
        <translation>
            <numerusform>候補文書で追加：%Ln語</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missing here: %n word(s)</source>
        <translation>
            <numerusform>ここで欠落：%Ln語</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved, stands elsewhere: %n word(s)</source>
        <translation>
            <numerusform>移動、別の場所：%Ln語</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moved: %n word(s)</source>
        <translation>
            <numerusform>移動：%Ln語</numerusform>
        </translation>
    </message>
    <message>
        <source>kept: the same in both</source>
        <translation>維持：両方で同じ</translation>
    </message>
    <message>
        <source>altered: in both, with other words</source>
        <translation>変更：両方にあるが語句が異なる</translation>
    </message>
    <message>
        <source>lost: in the reference only</source>
        <translation>消失：参照文書だけにある</translation>
    </message>
    <message>
        <source>added: in the candidate only</source>
        <translation>追加：候補文書だけにある</translation>
    </message>
    <message>
        <source>All pairs of the list</source>
        <translation>リストのすべてのペア</translation>
    </message>
    <message>
        <source>without a label</source>
        <translation>ラベルなし</translation>
    </message>
    <message>
        <source>labelled differently</source>
        <translation>ラベルの不一致</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>比較できなかったペア</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>ペア</translation>
    </message>
    <message>
        <source>substitutions</source>
        <translation>置換</translation>
    </message>
    <message>
        <source>words missing</source>
        <translation>欠落した語</translation>
    </message>
    <message>
        <source>words added</source>
        <translation>追加された語</translation>
    </message>
    <message>
        <source>sections moved</source>
        <translation>移動したセクション</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%Ln 組</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden word(s) in the reference</source>
        <translation>
            <numerusform>参照文書に隠し%Ln語</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden word(s) in the candidate</source>
        <translation>
            <numerusform>候補文書に隠し%Ln語</numerusform>
        </translation>
    </message>
    <message>
        <source>hidden text: readers do not see it</source>
        <translation>隠しテキスト：読者には見えません</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隠し</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Evidence</source>
        <translation>所見</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Substitutions</source>
        <translation>置換</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>セクション</translation>
    </message>
</context>
<context>
    <name>PairJump</name>
    <message>
        <source>Go to a pair</source>
        <translation>ペアへ移動</translation>
    </message>
    <message>
        <source>Number of the pair, 1 to {count}:</source>
        <translation>ペアの番号（1～{count}）：</translation>
    </message>
</context>
<context>
    <name>CandidateSteps</name>
    <message>
        <source>No other pair of the list has this reference.</source>
        <translation>この参照文書を持つペアは、一覧にほかにありません。</translation>
    </message>
    <message>
        <source>This is the last candidate of this reference.</source>
        <translation>この参照文書の最後の候補文書です。</translation>
    </message>
    <message>
        <source>This is the first candidate of this reference.</source>
        <translation>この参照文書の最初の候補文書です。</translation>
    </message>
</context>
<context>
    <name>ClosingController</name>
    <message numerus="yes">
        <source>%n decision(s) could not be written to {name} and are kept in the recovery journal. They are written when Copydesk opens that file the next time and can write it. Close the window again to leave.</source>
        <translation>
            <numerusform>%Ln件の判定を{name}に書き込めなかったため、復旧ジャーナルに保存されています。次にCopydeskがそのファイルを開き、書き込めるときに書き込まれます。終了するには、もう一度ウィンドウを閉じてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk does not answer: the last decision is not saved yet. The window closes by itself when it is; close it again to leave without that decision.</source>
        <translation>ディスクが応答しません。最後の判定はまだ保存されていません。保存されしだいウィンドウは自動的に閉じます。その判定を残さずに終了するには、もう一度閉じてください。</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>1 withdrawn label that an older copy of {name} still had was taken out again.</source>
        <translation>取り消したのに {name} の古いコピーに残っていた 1 件のラベルを、再び取り除きました。</translation>
    </message>
    <message>
        <source>it is {what}, which this build of Copydesk cannot read; save the list as CSV or JSON lines, or use a Copydesk that is installed with: pip install &apos;copydesk[{extra}]&apos;</source>
        <translation>{what}ですが、このビルドのCopydeskでは読めません。リストをCSVかJSON Linesで保存するか、pip install &apos;copydesk[{extra}]&apos; でインストールしたCopydeskを使ってください</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>名前なし</translation>
    </message>
    <message>
        <source>1 pair with labels is not in the list, for instance {name}.</source>
        <translation>ラベルのあるペアのうち1件がリストにありません（{name}）。</translation>
    </message>
    <message>
        <source>All labels are by {name}: agreement needs at least two annotators.</source>
        <translation>ラベルはすべて {name} によるものです。一致度を求めるには判定者が二人以上必要です。</translation>
    </message>
    <message>
        <source>No pair has labels of two annotators: there is nothing to compare. Are these label files of one list?</source>
        <translation>二人の判定者のラベルを持つペアがなく、比べるものがありません。同じリストのラベルファイルでしょうか。</translation>
    </message>
    <message>
        <source>There are no labels in the files; agreement needs those of two annotators.</source>
        <translation>ファイルにラベルがありません。一致度を求めるには二人の判定者のラベルが必要です。</translation>
    </message>
    <message>
        <source>{count:,} pairs with labels are not in the list, for instance {name}.</source>
        <translation>ラベルのあるペアのうち {count:,} 件がリストにありません（例：{name}）。</translation>
    </message>
    <message>
        <source>{count} withdrawn labels that an older copy of {name} still had were taken out again.</source>
        <translation>取り消したのに {name} の古いコピーに残っていた {count} 件のラベルを、再び取り除きました。</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}).</source>
        <translation>{name} を読み込めません（{why}）。</translation>
    </message>
    <message>
        <source>{name} has 1 label again that was withdrawn, as if an older copy had been saved over it; open the list in the window, or run copydesk-labels restore, and it will be taken out.</source>
        <translation>{name}に、取り消したラベル1件がまた入っています。古いコピーが上書き保存されたようです。ウィンドウで一覧を開くか、copydesk-labels restoreを実行すると取り除かれます。</translation>
    </message>
    <message>
        <source>{name} has {count:,} labels again that were withdrawn, as if an older copy had been saved over it; open the list in the window, or run copydesk-labels restore, and they will be taken out.</source>
        <translation>{name}に、取り消したラベル{count:,}件がまた入っています。古いコピーが上書き保存されたようです。ウィンドウで一覧を開くか、copydesk-labels restoreを実行すると取り除かれます。</translation>
    </message>
    <message>
        <source>{name} is not an assignment.json written by copydesk-labels assign; check the path.</source>
        <translation>{name} は copydesk-labels assign の assignment.json ではありません。パスを確認してください。</translation>
    </message>
    <message>
        <source>{name} labelled 1 pair differently in different files; the latest label counts.</source>
        <translation>{name} は1ペアにファイルごとに異なるラベルを付けています。最新のラベルを採用します。</translation>
    </message>
    <message>
        <source>{name} labelled {count:,} pairs differently in different files; the latest label counts.</source>
        <translation>{name} は {count:,} ペアにファイルごとに異なるラベルを付けています。最新のラベルを採用します。</translation>
    </message>
    <message>
        <source>The reference {url} could not be fetched. {why}</source>
        <translation>参照文書{url}を取得できませんでした。{why}</translation>
    </message>
    <message>
        <source>The candidate {url} could not be fetched. {why}</source>
        <translation>候補文書{url}を取得できませんでした。{why}</translation>
    </message>
    <message>
        <source>The server said that the page is in {charset}, which it is not.</source>
        <translation>サーバーはページの文字コードを{charset}としていますが、実際は異なります。</translation>
    </message>
    <message>
        <source>The address {url} redirected to {final}.</source>
        <translation>アドレス{url}は{final}に転送されました。</translation>
    </message>
    <message>
        <source>Fetched from {url} on {time}.</source>
        <translation>{time}に{url}から取得しました。</translation>
    </message>
    <message>
        <source>the web archive is damaged or holds no page; fetch the page again</source>
        <translation>ウェブアーカイブが壊れているか、ページを含んでいません。ページをもう一度取得してください</translation>
    </message>
    <message>
        <source>There is no such snapshot on this machine: {url}.</source>
        <translation>このコンピューターにそのスナップショットはありません：{url}。</translation>
    </message>
    <message>
        <source>The candidate {url} is a web page that was not fetched yet; use Fetch in the window, or --fetch on the command line.</source>
        <translation>候補文書{url}はまだ取得していないウェブページです。ウィンドウの「取得」か、コマンドラインの--fetchを使ってください。</translation>
    </message>
    <message>
        <source>The reference {url} is a web page that was not fetched yet; use Fetch in the window, or --fetch on the command line.</source>
        <translation>参照文書{url}はまだ取得していないウェブページです。ウィンドウの「取得」か、コマンドラインの--fetchを使ってください。</translation>
    </message>
    <message>
        <source>The page of {host} was fetched but cannot be kept in {folder} ({why}), so it is not shown; free some space there or change the permissions, and try again.</source>
        <translation>{host}のページは取得しましたが、{folder}に保存できないため（{why}）、表示しません。空きを作るか権限を変更して、もう一度試してください。</translation>
    </message>
    <message>
        <source>The process that fetches pages ended unexpectedly; try again.</source>
        <translation>ページを取得するプロセスが予期せず終了しました。もう一度試してください。</translation>
    </message>
    <message>
        <source>Nothing more was fetched.</source>
        <translation>これ以上は取得しませんでした。</translation>
    </message>
    <message>
        <source>The page unpacks to more than {size:,} MB, so it is not read.</source>
        <translation>展開すると{size:,} MBを超えるため、このページは読みません。</translation>
    </message>
    <message>
        <source>The server compressed the page as {coding}, and the result is damaged; try again.</source>
        <translation>サーバーが{coding}形式で圧縮したページは壊れています。もう一度試してください。</translation>
    </message>
    <message>
        <source>The server compressed the page as {coding}, which was not requested and is not supported; save the page with a browser and open the file.</source>
        <translation>サーバーはページを、求められておらずここでは扱えない{coding}形式で圧縮しました。ブラウザーでページを保存し、そのファイルを開いてください。</translation>
    </message>
    <message>
        <source>{host} did not send the page within {seconds:,} seconds; try again later.</source>
        <translation>{host}から{seconds:,}秒以内にページが届きませんでした。後でもう一度試してください。</translation>
    </message>
    <message>
        <source>The page of {host} is larger than {size:,} MB; download it with a browser and open the file.</source>
        <translation>{host}のページは{size:,} MBを超えています。ブラウザーでダウンロードし、そのファイルを開いてください。</translation>
    </message>
    <message>
        <source>{host} redirects more than {most:,} times; check the link.</source>
        <translation>{host}は{most:,}回を超えて転送しています。リンクを確認してください。</translation>
    </message>
    <message>
        <source>{host} sent an empty page; check the link.</source>
        <translation>{host}から空のページが届きました。リンクを確認してください。</translation>
    </message>
    <message>
        <source>{host} answered {status} {reason}, which is not a page; check the link.</source>
        <translation>{host}の応答は{status} {reason}で、ページではありません。リンクを確認してください。</translation>
    </message>
    <message>
        <source>{host} reports an error ({status} {reason}); try again later.</source>
        <translation>{host}で障害が起きています（{status} {reason}）。後でもう一度試してください。</translation>
    </message>
    <message>
        <source>{host} does not give the page to this program ({status} {reason}); open it in a browser, save it, and open the file.</source>
        <translation>{host}はこのプログラムにページを渡しません（{status} {reason}）。ブラウザーで開いて保存し、そのファイルを開いてください。</translation>
    </message>
    <message>
        <source>{host} has no such page ({status} {reason}); check the link.</source>
        <translation>{host}にそのページはありません（{status} {reason}）。リンクを確認してください。</translation>
    </message>
    <message>
        <source>{host} sent only a part of the page; try again.</source>
        <translation>{host}からページの一部しか届きませんでした。もう一度試してください。</translation>
    </message>
    <message>
        <source>{host} gave an answer that makes no sense ({why}); try again later.</source>
        <translation>{host}の応答を解釈できません（{why}）。後でもう一度試してください。</translation>
    </message>
    <message>
        <source>The environment names a proxy of the kind {scheme}, and only http proxies are used; change the variables http_proxy and https_proxy.</source>
        <translation>環境変数に{scheme}形式のプロキシが指定されていますが、使えるのはhttpのプロキシだけです。変数http_proxyとhttps_proxyを変更してください。</translation>
    </message>
    <message>
        <source>There is no secure connection to {host} ({why}), so its page would prove nothing; look at the page in a browser.</source>
        <translation>{host}への安全な接続がないため（{why}）、そのページは証拠になりません。ブラウザーで確認してください。</translation>
    </message>
    <message>
        <source>{host} cannot be reached ({why}); check your connection, or try again later.</source>
        <translation>{host}に接続できません（{why}）。接続を確認するか、後でもう一度試してください。</translation>
    </message>
    <message>
        <source>{host} ({address}) belongs to this machine or its network; start Copydesk with --allow-local if its pages are to be fetched.</source>
        <translation>{host}（{address}）はこのコンピューターまたはそのネットワークのものです。そのページを取得するには、--allow-localを付けてCopydeskを起動してください。</translation>
    </message>
    <message>
        <source>{address} belongs to this machine or its network; start Copydesk with --allow-local if its pages are to be fetched.</source>
        <translation>{address}はこのコンピューターまたはそのネットワークのものです。そのページを取得するには、--allow-localを付けてCopydeskを起動してください。</translation>
    </message>
    <message>
        <source>The server {host} was not found ({why}); check the link and your connection.</source>
        <translation>サーバー{host}が見つかりません（{why}）。リンクと接続を確認してください。</translation>
    </message>
    <message>
        <source>{host} redirects to an address that is not followed: {why}</source>
        <translation>{host}は、たどることのできないアドレスに転送しています：{why}</translation>
    </message>
    <message>
        <source>The link to {host} has a user name or password in it, which would be kept with the page; take that out of the link.</source>
        <translation>{host}へのリンクにユーザー名かパスワードが含まれており、ページと一緒に保存されてしまいます。リンクから取り除いてください。</translation>
    </message>
    <message>
        <source>{url} is an address of the kind {scheme}; only http and https addresses are fetched.</source>
        <translation>{url}は{scheme}形式のアドレスです。取得できるのはhttpとhttpsのアドレスだけです。</translation>
    </message>
    <message>
        <source>{url} is not a web address; check the link.</source>
        <translation>{url}はウェブアドレスではありません。リンクを確認してください。</translation>
    </message>
    <message>
        <source>{reference} {candidate}</source>
        <translation>{reference}{candidate}</translation>
    </message>
    <message>
        <source>No other pair is left to label. The key for the next unlabelled pair leads to the end.</source>
        <translation>ほかに未判定のペアはありません。次の未判定ペアへのキーで最後の画面に進みます。</translation>
    </message>
    <message>
        <source>The file {name}, which should name the labels, is not there; check its name, or leave it out to label with those that the list names.</source>
        <translation>ラベルを定めるはずのファイル{name}がありません。名前を確かめるか、指定をやめてリストのラベルを使ってください。</translation>
    </message>
    <message>
        <source>it is not saved as UTF-8</source>
        <translation>UTF-8で保存されていません</translation>
    </message>
    <message>
        <source>it has {size:,} MB; a list may have at most {most:,} MB</source>
        <translation>サイズが {size:,} MB あります。リストは {most:,} MB までです</translation>
    </message>
    <message>
        <source>it has {size:,} MB; a label file may have at most {most} MB</source>
        <translation>サイズが {size:,} MB あります。ラベルファイルは {most} MB までです</translation>
    </message>
    <message>
        <source>{name} was read as {encoding}, an encoding that lacks {letters}. It is in UTF-8 now: whoever reads it must read it as UTF-8.</source>
        <translation>{name} は {encoding} として読み込まれましたが、このエンコーディングには {letters} がありません。ファイルは UTF-8 になりました。今後は UTF-8 として読み込んでください。</translation>
    </message>
    <message>
        <source>Check whether names in it, such as “{word}”, are right; if not, it was read in the wrong encoding.</source>
        <translation>「{word}」などの名前が正しいか確認してください。正しくなければ、読み込み方が誤っていました。</translation>
    </message>
    <message>
        <source>The file as it was before is kept in {copy}.</source>
        <translation>以前のままのファイルは {copy} に保管されています。</translation>
    </message>
    <message>
        <source>{name} lacks {count:,} rows that it had, about {ids}: somebody took them out, damaged them, or saved an older copy over the file. They are kept here meanwhile.</source>
        <translation>{name} から、以前あった{count:,}行（{ids}）が消えています。誰かが取り除いたか、壊したか、古いコピーを上書き保存しました。それまではここに保持されます。</translation>
    </message>
    <message>
        <source>{name} no longer has what was decided about {ids}: somebody took that out, damaged it, or saved an older copy over the file. It is kept here meanwhile.</source>
        <translation>{ids} についての判断が {name} から消えています。誰かが取り除いたか、壊したか、古いコピーを上書き保存しました。それまではここに保持されます。</translation>
    </message>
    <message>
        <source>{count} rows of {name} were damaged or cut off; they were written again as they were.</source>
        <translation>{name} の{count}行が壊れているか途中で切れていたため、元のとおりに書き直しました。</translation>
    </message>
    <message>
        <source>{name} was saved in an encoding that lacks {letters}, and {count:,} rows lost such letters; open the list in the window, or run copydesk-labels restore, and they will be written again.</source>
        <translation>{name} は、{letters} を表せないエンコーディングで保存され、{count:,}行でそのような文字が失われました。ウィンドウでリストを開くか、copydesk-labels restore を実行すると、書き直されます。</translation>
    </message>
    <message>
        <source>{name} was saved in an encoding that lacks {letters}, and 1 row lost such letters; open the list in the window, or run copydesk-labels restore, and it will be written again.</source>
        <translation>{name} は、{letters} を表せないエンコーディングで保存され、1行でそのような文字が失われました。ウィンドウでリストを開くか、copydesk-labels restore を実行すると、書き直されます。</translation>
    </message>
    <message>
        <source>{name} was opened in the wrong encoding and saved like that: 1 row has other characters in place of letters such as {letters}; open the list in the window, or run copydesk-labels restore, and it will be written again.</source>
        <translation>{name} は誤ったエンコーディングで開かれ、そのまま保存されました。1行で {letters} などの文字が別の記号になっています。ウィンドウで一覧を開くか copydesk-labels restore を実行すると、書き直されます。</translation>
    </message>
    <message>
        <source>{name} was opened in the wrong encoding and saved like that: {count:,} rows have other characters in place of letters such as {letters}; open the list in the window, or run copydesk-labels restore, and they will be written again.</source>
        <translation>{name} は誤ったエンコーディングで開かれ、そのまま保存されました。{count:,}行で {letters} などの文字が別の記号になっています。ウィンドウで一覧を開くか copydesk-labels restore を実行すると、書き直されます。</translation>
    </message>
    <message>
        <source>{name} has 1 row in which a spreadsheet rewrote cells, for example “{known}” as “{there}”; open the list in the window, or run copydesk-labels restore, and it will be written again.</source>
        <translation>{name} の1行で、表計算ソフトがセルを書き換えました（例：「{known}」が「{there}」に）。ウィンドウで一覧を開くか copydesk-labels restore を実行すると、書き直されます。</translation>
    </message>
    <message>
        <source>{name} has {count:,} rows in which a spreadsheet rewrote cells, for example “{known}” as “{there}”; open the list in the window, or run copydesk-labels restore, and they will be written again.</source>
        <translation>{name} の{count:,}行で、表計算ソフトがセルを書き換えました（例：「{known}」が「{there}」に）。ウィンドウで一覧を開くか copydesk-labels restore を実行すると、書き直されます。</translation>
    </message>
    <message>
        <source>{name} has 1 row in which another program emptied cells, such as “{known}”; open the list in the window, or run copydesk-labels restore, and it will be written again.</source>
        <translation>{name} の1行で、別のプログラムがセルを空にしました（例：「{known}」）。ウィンドウで一覧を開くか copydesk-labels restore を実行すると、書き直されます。</translation>
    </message>
    <message>
        <source>{name} has {count:,} rows in which another program emptied cells, such as “{known}”; open the list in the window, or run copydesk-labels restore, and they will be written again.</source>
        <translation>{name} の{count:,}行で、別のプログラムがセルを空にしました（例：「{known}」）。ウィンドウで一覧を開くか copydesk-labels restore を実行すると、書き直されます。</translation>
    </message>
    <message>
        <source>Another program opened {name} in the wrong encoding and saved other characters in place of letters such as {letters}; 1 row was written again as it was.</source>
        <translation>別のプログラムが {name} を誤ったエンコーディングで開き、{letters} などの文字を別の記号として保存しました。1行を元のとおりに書き直しました。</translation>
    </message>
    <message>
        <source>Another program opened {name} in the wrong encoding and saved other characters in place of letters such as {letters}; {count} rows were written again as they were.</source>
        <translation>別のプログラムが {name} を誤ったエンコーディングで開き、{letters} などの文字を別の記号として保存しました。{count}行を元のとおりに書き直しました。</translation>
    </message>
    <message>
        <source>A spreadsheet rewrote cells of {name}, for example “{known}” as “{there}”; 1 row was written again as it was.</source>
        <translation>表計算ソフトが {name} のセルを書き換えました（例：「{known}」が「{there}」に）。1行を元のとおりに書き直しました。</translation>
    </message>
    <message>
        <source>A spreadsheet rewrote cells of {name}, for example “{known}” as “{there}”; {count} rows were written again as they were.</source>
        <translation>表計算ソフトが {name} のセルを書き換えました（例：「{known}」が「{there}」に）。{count}行を元のとおりに書き直しました。</translation>
    </message>
    <message>
        <source>Another program emptied cells of {name}, such as “{known}”; 1 row was written again as it was.</source>
        <translation>別のプログラムが {name} のセルを空にしました（例：「{known}」）。1行を元のとおりに書き直しました。</translation>
    </message>
    <message>
        <source>Another program emptied cells of {name}, such as “{known}”; {count} rows were written again as they were.</source>
        <translation>別のプログラムが {name} のセルを空にしました（例：「{known}」）。{count}行を元のとおりに書き直しました。</translation>
    </message>
    <message>
        <source>Another program saved {name} in an encoding that lacks {letters}; {count} rows had lost such letters and were written again as they were.</source>
        <translation>別のプログラムが {name} を、{letters} を表せないエンコーディングで保存しました。そのような文字が失われていた{count}行を、元のとおりに書き直しました。</translation>
    </message>
    <message>
        <source>Another program saved {name} in an encoding that lacks {letters}; 1 row had lost such letters and was written again as it was.</source>
        <translation>別のプログラムが {name} を、{letters} を表せないエンコーディングで保存しました。そのような文字が失われていた1行を、元のとおりに書き直しました。</translation>
    </message>
    <message>
        <source>1 row of {name} was damaged or cut off; it was written again as it was.</source>
        <translation>{name} の1行が壊れているか途中で切れていたため、元のとおりに書き直しました。</translation>
    </message>
    <message>
        <source>{name} has {count:,} rows that were damaged or cut off; open the list in the window, or run copydesk-labels restore, and they will be written again.</source>
        <translation>{name} に、壊れたか途中で切れた行が{count:,}件あります。ウィンドウでリストを開くか、copydesk-labels restore を実行すると、書き直されます。</translation>
    </message>
    <message>
        <source>{name} has 1 row that was damaged or cut off; open the list in the window, or run copydesk-labels restore, and it will be written again.</source>
        <translation>{name} に、壊れたか途中で切れた行が1件あります。ウィンドウでリストを開くか、copydesk-labels restore を実行すると、書き直されます。</translation>
    </message>
    <message>
        <source>{name} has its header again in record {record}; it is not counted as a row.</source>
        <translation>{name} の見出し行がレコード{record}にもう一度あります。行としては数えません。</translation>
    </message>
    <message>
        <source>a header that does not fit its rows</source>
        <translation>行と合わない見出し行</translation>
    </message>
    <message>
        <source>it has {found} labels; at most {most} are allowed</source>
        <translation>ラベルが{found}個ありますが、最大{most}個までです</translation>
    </message>
    <message>
        <source>needs an order that is a number</source>
        <translation>順序は数にしてください</translation>
    </message>
    <message>
        <source>needs a description that is a text</source>
        <translation>説明は文字列にしてください</translation>
    </message>
    <message>
        <source>needs a colour that is one of: {known}</source>
        <translation>色は次のどれかにしてください：{known}</translation>
    </message>
    <message>
        <source>has the key {key}, which “{other}” already has</source>
        <translation>キー{key}は「{other}」と同じです</translation>
    </message>
    <message>
        <source>needs a key that is one letter, digit or sign, or a list of two such keys</source>
        <translation>キーは文字・数字・記号1つか、その2つのリストにしてください</translation>
    </message>
    <message>
        <source>has the name of another label of the file</source>
        <translation>ファイル内の別のラベルと同じ名前です</translation>
    </message>
    <message>
        <source>has the name of a filter of the list; choose another name</source>
        <translation>リストの絞り込みと同じ名前です。別の名前にしてください</translation>
    </message>
    <message>
        <source>needs a name that begins with a letter and has at most {most} letters, digits, spaces, hyphens and underscores</source>
        <translation>名前は文字で始まり、文字・数字・空白・ハイフン・下線で最大{most}字にしてください</translation>
    </message>
    <message>
        <source>has “{entry}”, which is not a known entry; use one of: {known}</source>
        <translation>「{entry}」は使えません。使えるのは次のものです：{known}</translation>
    </message>
    <message>
        <source>“defaults” is neither true nor false</source>
        <translation>「defaults」がtrueでもfalseでもありません</translation>
    </message>
    <message>
        <source>“{entry}” is not a known entry; use one of: {known}</source>
        <translation>「{entry}」は使えません。使えるのは次のものです：{known}</translation>
    </message>
    <message>
        <source>there is no [[label]] table</source>
        <translation>[[label]]の表がありません</translation>
    </message>
    <message>
        <source>label {number}, “{label}”, {clause}</source>
        <translation>ラベル{number}「{label}」：{clause}</translation>
    </message>
    <message>
        <source>label {number} {clause}</source>
        <translation>ラベル{number}：{clause}</translation>
    </message>
    <message>
        <source>The labels in {name} cannot be used: {clause}. Correct that, or move the file away to label with original, copy and unrelated.</source>
        <translation>{name}のラベルを使えません：{clause}。そこを直すか、ファイルを別の場所に移すと、原文・複製・無関係のラベルを使えます。</translation>
    </message>
    <message>
        <source>The labels in {name} cannot be read, as it is not valid TOML: {why}. Correct that line, or move the file away to label with original, copy and unrelated.</source>
        <translation>{name}は有効なTOMLではないため、ラベルを読み取れません：{why}。その行を直すか、ファイルを別の場所に移すと、原文・複製・無関係のラベルを使えます。</translation>
    </message>
    <message>
        <source>The labels in {name} cannot be read ({why}); repair the file, or move it away to label with original, copy and unrelated.</source>
        <translation>{name}のラベルを読み取れません（{why}）。ファイルを直すか、別の場所に移すと、原文・複製・無関係のラベルを使えます。</translation>
    </message>
    <message>
        <source>{name} has {count:,} labels that this list does not name, the first one “{label}” in record {record}; they are kept and shown as they are.</source>
        <translation>{name}にこのリストにないラベルが{count:,}件あります（最初はレコード{record}の「{label}」）。そのまま残し、そのまま表示します。</translation>
    </message>
    <message>
        <source>{name} has 1 label that this list does not name, “{label}” in record {record}; it is kept and shown as it is.</source>
        <translation>{name}にこのリストにないラベルが1件あります（レコード{record}の「{label}」）。そのまま残し、そのまま表示します。</translation>
    </message>
    <message>
        <source>The annotator's name has {found:,} characters; shorten it to at most {most:,}.</source>
        <translation>判定者の名前が {found:,} 文字あります。{most:,} 文字以内にしてください。</translation>
    </message>
    <message>
        <source>The annotator's name has a line break or another control character; remove it.</source>
        <translation>判定者の名前に改行などの制御文字が含まれています。取り除いてください。</translation>
    </message>
    <message>
        <source>The annotator's name is empty; enter one.</source>
        <translation>判定者の名前が空です。名前を指定してください。</translation>
    </message>
    <message>
        <source>--columns takes two different names, reference and candidate</source>
        <translation>--columnsには参照文書と候補文書の異なる2つの名前が必要です</translation>
    </message>
    <message>
        <source>two columns have the name “{name}”; give one of them another name</source>
        <translation>「{name}」という名前の列が2つあります。一方の名前を変えてください</translation>
    </message>
    <message>
        <source>1 control character</source>
        <translation>制御文字1個</translation>
    </message>
    <message>
        <source>1 half character</source>
        <translation>不完全な文字1個</translation>
    </message>
    <message>
        <source>1 hidden zero-width character</source>
        <translation>幅のない不可視文字1個</translation>
    </message>
    <message>
        <source>1 hidden character that changes the order of what is shown</source>
        <translation>表示順を変える不可視文字1個</translation>
    </message>
    <message>
        <source>1 id in {name} that a spreadsheet had rewritten was corrected.</source>
        <translation>表計算ソフトが書き換えた {name} の ID 1 件を元に戻しました。</translation>
    </message>
    <message>
        <source>1 label that an older copy of {name} lacked was put back.</source>
        <translation>{name} の古いコピーに欠けていた 1 件のラベルを戻しました。</translation>
    </message>
    <message>
        <source>1 line was damaged by a wrong encoding; choose another, or look at the repaired text.</source>
        <translation>文字コードの誤りで1行が壊れています。別の文字コードを選ぶか、修復した表示を見てください。</translation>
    </message>
    <message>
        <source>1 row added</source>
        <translation>1行を追加</translation>
    </message>
    <message>
        <source>1 row changed</source>
        <translation>1行を変更</translation>
    </message>
    <message>
        <source>1 row removed</source>
        <translation>1行を削除</translation>
    </message>
    <message>
        <source>1 word in {script} letters.</source>
        <translation>別の文字体系（{script}）の語1個。</translation>
    </message>
    <message>
        <source>1 word with letters of several scripts, such as {examples}.</source>
        <translation>複数の文字体系が混じる語1個（{examples}など）。</translation>
    </message>
    <message>
        <source>CSV or text</source>
        <translation>CSVまたはテキスト</translation>
    </message>
    <message>
        <source>Copydesk ended while a note on {id} was being typed; what had been typed was kept.</source>
        <translation>{id}のメモを入力している間にCopydeskが終了しました。入力された分は保存されています。</translation>
    </message>
    <message>
        <source>Ignored, because what was decided before is still being saved.</source>
        <translation>前の判定をまだ保存しているため無視しました。</translation>
    </message>
    <message>
        <source>In 1 place the bytes are not valid in {encoding}; � stands for them.</source>
        <translation>{encoding}として読めないバイトが1か所あり、�で示しています。</translation>
    </message>
    <message>
        <source>In {count:,} places the bytes are not valid in {encoding}; � stands for them.</source>
        <translation>{encoding}として読めないバイトが{count:,}か所あり、�で示しています。</translation>
    </message>
    <message>
        <source>It is being written.</source>
        <translation>書き込み中です。</translation>
    </message>
    <message>
        <source>{name} is a folder; choose the CSV file that the window shows.</source>
        <translation>{name}はフォルダーです。ウィンドウに表示されているCSVファイルを指定してください。</translation>
    </message>
    <message>
        <source>{clause} The recovery journal holds 1 row of {name}: put the right file back so that it can be read, or move away what is there and run copydesk-labels restore, and it will be back.</source>
        <translation>{clause} 復旧ジャーナルには{name}の行が1件あります。正しいファイルを読める状態で元に戻すか、そこにあるものを移動してからcopydesk-labels restoreを実行すると、元に戻ります。</translation>
    </message>
    <message>
        <source>{clause} The recovery journal holds {count} rows of {name}: put the right file back so that it can be read, or move away what is there and run copydesk-labels restore, and they will be back.</source>
        <translation>{clause} 復旧ジャーナルには{name}の行が{count}件あります。正しいファイルを読める状態で元に戻すか、そこにあるものを移動してからcopydesk-labels restoreを実行すると、元に戻ります。</translation>
    </message>
    <message>
        <source>1 row is only in the recovery journal: {clause}</source>
        <translation>1行が復旧ジャーナルだけにあります。{clause}</translation>
    </message>
    <message>
        <source>{count} rows are only in the recovery journal: {clause}</source>
        <translation>{count}行が復旧ジャーナルだけにあります。{clause}</translation>
    </message>
    <message>
        <source>{name} is not a label file any more ({clause}); put the right one back or move this one away, and the labels will be written.</source>
        <translation>{name}はもうラベルファイルではありません（{clause}）。正しいファイルを元に戻すか、これを移動すると、ラベルが書き込まれます。</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>フォルダーです</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>ファイルではありません</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); change its permissions, and the labels will be written.</source>
        <translation>{name}を読めません（{why}）。読み取りを許可すると、ラベルが書き込まれます。</translation>
    </message>
    <message>
        <source>{name} is a link that leads nowhere; correct or remove it, and the labels will be written.</source>
        <translation>{name}はリンク先のないリンクです。直すか取り除くと、ラベルが書き込まれます。</translation>
    </message>
    <message>
        <source>the recovery journal in {name} cannot be used ({why}); make that folder usable, and the labels will be written.</source>
        <translation>{name}の復旧ジャーナルを使えません（{why}）。そのフォルダーを使えるようにすると、ラベルが書き込まれます。</translation>
    </message>
    <message>
        <source>Kept in the recovery journal: {clause}</source>
        <translation>復旧ジャーナルに保管しています。{clause}</translation>
    </message>
    <message>
        <source>Line {line} of {name} is not a swap: it needs words, words, a number of pairs and at least as many occurrences; correct the line, or learn the table again.</source>
        <translation>{name}の{line}行目は置換ではありません。語、語、ペア数と、それ以上の出現数が必要です。行を直すか、表を学習し直してください。</translation>
    </message>
    <message>
        <source>Name two documents, or one list of pairs, or one folder.</source>
        <translation>2つの文書、ペアの一覧1つ、またはフォルダー1つを指定してください。</translation>
    </message>
    <message>
        <source>The article could not be told apart from the rest of this page, so all of it is shown.</source>
        <translation>このページから記事を見分けられないため、全体を表示しています。</translation>
    </message>
    <message>
        <source>Not saved: the disk with the recovery journal, in {name}, is full; free some space, then choose “Try again”, and decide again.</source>
        <translation>保存できません。{name}の復旧ジャーナルがあるディスクがいっぱいです。空きを作って「再試行」を選び、もう一度判定してください。</translation>
    </message>
    <message>
        <source>Not saved: the recovery journal in {name} cannot be written ({why}); make that folder usable and decide again.</source>
        <translation>保存できません。{name}の復旧ジャーナルに書き込めません（{why}）。フォルダーを使えるようにして、もう一度判定してください。</translation>
    </message>
    <message>
        <source>Not saved: {clause}.</source>
        <translation>保存できません。{clause}。</translation>
    </message>
    <message>
        <source>PDF or text</source>
        <translation>PDFまたはテキスト</translation>
    </message>
    <message>
        <source>Page numbers and running heads of this PDF are left out.</source>
        <translation>このPDFのページ番号と柱は省いています。</translation>
    </message>
    <message>
        <source>Page numbers and running heads of this PDF are left out: {names}.</source>
        <translation>このPDFのページ番号と柱は省いています（{names}）。</translation>
    </message>
    <message>
        <source>Skipped, because they do not hold exactly two documents: {names}.</source>
        <translation>ちょうど2つの文書を含まないため飛ばしました：{names}。</translation>
    </message>
    <message>
        <source>Reading this pair brought the reading process down (it may need too much memory); flag the pair, or press F5 to try again.</source>
        <translation>このペアの読み込み中に処理が停止しました（メモリー不足の可能性があります）。保留にするか、F5でもう一度試してください。</translation>
    </message>
    <message>
        <source>Row {row} of the list has the id {id}, which an earlier row already has.</source>
        <translation>一覧の{row}行目のID「{id}」は前の行と重複しています。</translation>
    </message>
    <message>
        <source>Row {row} of the list names no candidate.</source>
        <translation>一覧の{row}行目に候補文書がありません。</translation>
    </message>
    <message>
        <source>Row {row} of the list names no reference.</source>
        <translation>一覧の{row}行目に参照文書がありません。</translation>
    </message>
    <message>
        <source>Row {row} of the list {clause}.</source>
        <translation>一覧の{row}行目：{clause}。</translation>
    </message>
    <message>
        <source>1 tracked deletion is left out, as if it were accepted.</source>
        <translation>変更履歴の削除1件を、承認されたものとして除いています。</translation>
    </message>
    <message>
        <source>{count:,} tracked deletions are left out, as if they were accepted.</source>
        <translation>変更履歴の削除{count:,}件を、承認されたものとして除いています。</translation>
    </message>
    <message>
        <source>1 document inside this file could not be read; its text is missing.</source>
        <translation>このファイル内の文書1件を読み取れず、その文字がありません。</translation>
    </message>
    <message>
        <source>{count:,} documents inside this file could not be read; their text is missing.</source>
        <translation>このファイル内の文書{count:,}件を読み取れず、その文字がありません。</translation>
    </message>
    <message>
        <source>1 attachment is not read: {names}. Save it and open it as a document.</source>
        <translation>添付ファイル1件は読み取られていません: {names}。保存して文書として開いてください。</translation>
    </message>
    <message>
        <source>{count:,} attachments are not read: {names}. Save them and open them as documents.</source>
        <translation>添付ファイル{count:,}件は読み取られていません: {names}。保存して文書として開いてください。</translation>
    </message>
    <message>
        <source>this is XML of a kind that Copydesk does not read (it begins with &lt;{root}&gt;); save its text</source>
        <translation>これはCopydeskが読めない種類のXMLです（&lt;{root}&gt;で始まります）。その文章をテキストとして保存してください</translation>
    </message>
    <message>
        <source>this is JSON in which no article was found (articleBody, text, content or the like); save its text</source>
        <translation>これは記事（articleBody、text、contentなど）が見つからないJSONです。その文章をテキストとして保存してください</translation>
    </message>
    <message>
        <source>1 word of this document is hidden; it is shown all the same: “{text}”.</source>
        <translation>この文書の1語は非表示ですが、ここでは表示しています：「{text}」。</translation>
    </message>
    <message>
        <source>{count:,} words of this document are hidden; they are shown all the same: “{text}”.</source>
        <translation>この文書の{count:,}語は非表示ですが、ここでは表示しています：「{text}」。</translation>
    </message>
    <message>
        <source>the page shows no text; 1 word of it is hidden; open it in a browser and save what it shows</source>
        <translation>このページには表示される文章がなく、1語が非表示です。ブラウザーで開き、表示された内容を保存してください</translation>
    </message>
    <message>
        <source>the page shows no text; {count:,} words of it are hidden; open it in a browser and save what it shows</source>
        <translation>このページには表示される文章がなく、{count:,}語が非表示です。ブラウザーで開き、表示された内容を保存してください</translation>
    </message>
    <message>
        <source>1 word of this page is hidden, in a part that opens on request; it is included.</source>
        <translation>このページの1語は、操作で開く部分に隠れていますが、読み取っています。</translation>
    </message>
    <message>
        <source>{count:,} words of this page are hidden, in a part that opens on request; they are included.</source>
        <translation>このページの{count:,}語は、操作で開く部分に隠れていますが、読み取っています。</translation>
    </message>
    <message>
        <source>This page shows only the beginning of its article; the text is what it gives to search engines.</source>
        <translation>このページは記事の冒頭だけを表示しています。本文は検索エンジン向けの情報から読み取りました。</translation>
    </message>
    <message>
        <source>Some pages of this PDF are only pictures; their text is not shown.</source>
        <translation>このPDFには画像だけのページがあり、その文字は表示されません。</translation>
    </message>
    <message>
        <source>The candidate {name} is not there.</source>
        <translation>候補文書{name}がありません。</translation>
    </message>
    <message>
        <source>The reference {name} is not there: it was looked for at {path}.</source>
        <translation>参照文書{name}がありません（{path}を探しました）。</translation>
    </message>
    <message>
        <source>The candidate {name} is not there: it was looked for at {path}.</source>
        <translation>候補文書{name}がありません（{path}を探しました）。</translation>
    </message>
    <message>
        <source>The reference {name} is an address, not a file; save the page, and name its file in the list.</source>
        <translation>参照文書{name}はアドレスで、ファイルではありません。ページを保存し、そのファイル名をリストに書いてください。</translation>
    </message>
    <message>
        <source>The candidate {name} is an address, not a file; save the page, and name its file in the list.</source>
        <translation>候補文書{name}はアドレスで、ファイルではありません。ページを保存し、そのファイル名をリストに書いてください。</translation>
    </message>
    <message>
        <source>{count:,} documents are not where the list says, and others are used: for {name}, for example, {path} (pairs checked: {pairs:,}).</source>
        <translation>{count:,}件の文書がリストの示す場所になく、ほかのものを使います。例: {name}には{path}（確認した組: {pairs:,}）。</translation>
    </message>
    <message>
        <source>{name} is not where the list says, and {path} is used (pairs checked: {pairs:,}).</source>
        <translation>{name}はリストの示す場所になく、{path}を使います（確認した組: {pairs:,}）。</translation>
    </message>
    <message>
        <source>The list says {name}, which is not there; this is {path}.</source>
        <translation>リストの示す{name}がないため、{path}を読みました。</translation>
    </message>
    <message>
        <source>The folder {name} is not there; make it, or choose another file for the labels with --labels.</source>
        <translation>フォルダー{name}がありません。作成するか、--labelsで別のラベルファイルを指定してください。</translation>
    </message>
    <message>
        <source>The recovery journal {name} cannot be read ({why}); change its permissions.</source>
        <translation>復旧ジャーナル{name}を読めません（{why}）。読み取りを許可してください。</translation>
    </message>
    <message>
        <source>The recovery journal {name} was written by a newer Copydesk; open the list with that one.</source>
        <translation>復旧ジャーナル{name}は新しい版のCopydeskで書かれています。その版で一覧を開いてください。</translation>
    </message>
    <message>
        <source>The reference {name} is not there.</source>
        <translation>参照文書{name}がありません。</translation>
    </message>
    <message>
        <source>The thesaurus {name} cannot be opened: {why}</source>
        <translation>類語辞典{name}を開けません：{why}</translation>
    </message>
    <message>
        <source>The thesaurus {name} has no encoding: {why}</source>
        <translation>類語辞典{name}の文字コードがありません：{why}</translation>
    </message>
    <message>
        <source>The thesaurus {name} has version {found}, not {wanted}</source>
        <translation>類語辞典{name}の版は{wanted}ではなく{found}です</translation>
    </message>
    <message>
        <source>The thesaurus {name} is damaged: index and data do not agree</source>
        <translation>類語辞典{name}が壊れています：索引とデータが一致しません</translation>
    </message>
    <message>
        <source>The thesaurus {name} is damaged: it has more heads than phrases</source>
        <translation>類語辞典{name}が壊れています：見出しが語句より多くあります</translation>
    </message>
    <message>
        <source>The thesaurus {name} is damaged: its first lines are wrong</source>
        <translation>類語辞典{name}が壊れています：最初の行が正しくありません</translation>
    </message>
    <message>
        <source>The thesaurus {name} is damaged: its size is wrong</source>
        <translation>類語辞典{name}が壊れています：大きさが合いません</translation>
    </message>
    <message>
        <source>The thesaurus {name} is for little-endian machines only</source>
        <translation>類語辞典{name}はリトルエンディアンのコンピューター専用です</translation>
    </message>
    <message>
        <source>This is a repaired view in which 1 line is changed; the file is as it was.</source>
        <translation>修復した表示です（1行を変更）。ファイルはそのままです。</translation>
    </message>
    <message>
        <source>This is a repaired view in which {count:,} lines are changed; the file is as it was.</source>
        <translation>修復した表示です（{count:,}行を変更）。ファイルはそのままです。</translation>
    </message>
    <message>
        <source>This is the first pair of the list.</source>
        <translation>一覧の最初のペアです。</translation>
    </message>
    <message>
        <source>This is the last pair of the list.</source>
        <translation>一覧の最後のペアです。</translation>
    </message>
    <message>
        <source>This page is too large to tell its article apart from the rest, so all of it is shown.</source>
        <translation>ページが大きすぎて記事を見分けられないため、全体を表示しています。</translation>
    </message>
    <message>
        <source>This pair cannot be compared because of a fault in Copydesk ({error}); flag it and go on, the details are in the log.</source>
        <translation>Copydeskの不具合（{error}）のため、このペアを比較できません。保留にして先に進んでください。詳細はログにあります。</translation>
    </message>
    <message>
        <source>This pair was given up after {minutes} minutes of work; flag it, or press F5 to try again.</source>
        <translation>このペアの処理は{minutes}分で打ち切りました。保留にするか、F5でもう一度試してください。</translation>
    </message>
    <message>
        <source>Two phrases have one fingerprint</source>
        <translation>2つの語句の指紋が同じです</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>GIF画像</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>JPEG画像</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>PNG画像</translation>
    </message>
    <message>
        <source>a Pages document</source>
        <translation>Pagesの文書</translation>
    </message>
    <message>
        <source>a PostScript file</source>
        <translation>PostScriptファイル</translation>
    </message>
    <message>
        <source>a TIFF picture</source>
        <translation>TIFF画像</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>圧縮ファイル</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>データベース</translation>
    </message>
    <message>
        <source>a file of an old Office version</source>
        <translation>古い版のOfficeのファイル</translation>
    </message>
    <message>
        <source>a font</source>
        <translation>フォント</translation>
    </message>
    <message>
        <source>a presentation</source>
        <translation>プレゼンテーション</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>a quotation mark in record {record} that is never closed</source>
        <translation>レコード{record}の引用符が閉じられていない</translation>
    </message>
    <message>
        <source>a quotation mark in its header that is never closed</source>
        <translation>見出し行の引用符が閉じられていない</translation>
    </message>
    <message>
        <source>a recording</source>
        <translation>録音</translation>
    </message>
    <message>
        <source>a recording or picture</source>
        <translation>録音または画像</translation>
    </message>
    <message>
        <source>a spreadsheet</source>
        <translation>表計算ファイル</translation>
    </message>
    <message>
        <source>a web archive of Safari or a settings file</source>
        <translation>Safariのウェブアーカイブまたは設定ファイル</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>an icon</source>
        <translation>アイコン</translation>
    </message>
    <message>
        <source>another Copydesk is using {name}; trying again.</source>
        <translation>別のCopydeskが{name}を使っています。再試行します。</translation>
    </message>
    <message>
        <source>another program keeps changing {name}; trying again.</source>
        <translation>ほかのプログラムが{name}を変更し続けています。再試行します。</translation>
    </message>
    <message>
        <source>marks of a merge conflict, as git writes them, the first in record {record}</source>
        <translation>gitが残すマージ競合の印がある（最初はレコード{record}）</translation>
    </message>
    <message>
        <source>it begins with the mark of a merge conflict, as git writes it</source>
        <translation>gitが残すマージ競合の印で始まっています</translation>
    </message>
    <message>
        <source>{name} is not a label file: {clause}. It is left as it is.</source>
        <translation>{name}はラベルファイルではありません（{clause}）。そのまま残します。</translation>
    </message>
    <message>
        <source>half a character at its end</source>
        <translation>末尾の文字が途中で切れている</translation>
    </message>
    <message>
        <source>is nested too deeply; give each column a text or a number</source>
        <translation>入れ子が深すぎます。各列には文字列か数値を入れてください</translation>
    </message>
    <message>
        <source>is not a JSON object</source>
        <translation>JSONオブジェクトではありません</translation>
    </message>
    <message>
        <source>is not valid JSON</source>
        <translation>JSONとして正しくありません</translation>
    </message>
    <message>
        <source>is not valid JSON, and from there on the list cannot be read</source>
        <translation>JSONとして正しくなく、そこから先のリストを読めません</translation>
    </message>
    <message>
        <source>is too short: it has {found} of {wanted} columns</source>
        <translation>列が足りません（{wanted}列中{found}列）</translation>
    </message>
    <message>
        <source>{count:,} lines of the list were read as parts of other rows; check the quotation marks from row {row} on.</source>
        <translation>リストの{count:,}行がほかの行の一部として読まれました。{row}行目から先の引用符を確かめてください。</translation>
    </message>
    <message>
        <source>Skipped {count:,} lines of the list, which begin with #.</source>
        <translation>#で始まるリストの{count:,}行を読み飛ばしました。</translation>
    </message>
    <message>
        <source>A line of the list was read as part of row {row}; check the quotation marks there.</source>
        <translation>リストの1行が{row}行目の一部として読まれました。そこの引用符を確かめてください。</translation>
    </message>
    <message>
        <source>Skipped a line of the list, which begins with #.</source>
        <translation>#で始まるリストの1行を読み飛ばしました。</translation>
    </message>
    <message>
        <source>The list has no header: column {first} was read as the reference, column {second} as the candidate, and the first row as a pair.</source>
        <translation>リストに見出し行がありません。{first}列目を参照文書、{second}列目を候補文書、最初の行をペアとして読み込みました。</translation>
    </message>
    <message>
        <source>is too long: it has {found} columns, and most rows {wanted}; put a text that holds the delimiter in quotation marks</source>
        <translation>列が多すぎます（{found}列。ほとんどの行は{wanted}列）。区切り文字を含むテキストは引用符で囲んでください</translation>
    </message>
    <message>
        <source>is too long: it has {found} columns, and the header {wanted}; put a text that holds the delimiter in quotation marks</source>
        <translation>列が多すぎます（{found}列。見出しは{wanted}列）。区切り文字を含むテキストは引用符で囲んでください</translation>
    </message>
    <message>
        <source>it has no column {name}</source>
        <translation>列{name}がありません</translation>
    </message>
    <message>
        <source>it has no columns {names} and {last}</source>
        <translation>列{names}と{last}がありません</translation>
    </message>
    <message>
        <source>it has the column “{name}” twice</source>
        <translation>列「{name}」が重複しています</translation>
    </message>
    <message>
        <source>it holds more than {count:,} characters; split it into several documents</source>
        <translation>{count:,}文字を超えています。複数の文書に分けてください</translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation>デバイスです</translation>
    </message>
    <message>
        <source>it is not text: its bytes are not valid in any encoding</source>
        <translation>テキストではありません。どの文字コードでも読めません</translation>
    </message>
    <message>
        <source>its bytes are not {encoding}</source>
        <translation>内容が{encoding}ではありません</translation>
    </message>
    <message>
        <source>its columns are not separated by comma, semicolon, tab or bar</source>
        <translation>列がコンマ、セミコロン、タブ、縦線のいずれでも区切られていません</translation>
    </message>
    <message>
        <source>left in place ({why})</source>
        <translation>そのまま残しました（{why}）</translation>
    </message>
    <message>
        <source>no columns for the two documents; name them reference and candidate, or say --columns NAME,NAME (there are: {columns}); if each row is one article, find the pairs with copydesk-find --text NAME</source>
        <translation>2つの文書の列がありません。referenceとcandidateと名付けるか、--columns 名前,名前 を指定してください（ある列：{columns}）。各行が1つの記事であれば、copydesk-find --text 名前 でペアを探せます</translation>
    </message>
    <message>
        <source>no process could be started to read it ({why})</source>
        <translation>読み込み用のプロセスを起動できませんでした（{why}）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>opens a quotation mark that is never closed</source>
        <translation>引用符が閉じられていません</translation>
    </message>
    <message>
        <source>reading this text takes more than {limit}; split it into several files</source>
        <translation>このテキストの読み込みには{limit}を超えて必要です。複数のファイルに分けてください</translation>
    </message>
    <message>
        <source>reading this {format} file takes more than {limit}, as it is too large, too complicated or damaged; save its text, or only the article, as a plain text file</source>
        <translation>この{format}ファイルの読み込みには{limit}を超えて必要です。大きすぎるか、複雑すぎるか、壊れています。本文全体か記事だけをテキストファイルとして保存してください</translation>
    </message>
    <message>
        <source>reading {format} needs the library {library}, which is not installed; install it with: pip install 'copydesk[formats]'</source>
        <translation>{format}を読むにはライブラリ{library}が必要です。pip install 'copydesk[formats]' でインストールしてください</translation>
    </message>
    <message>
        <source>set aside in {name}</source>
        <translation>{name}に退避しました</translation>
    </message>
    <message>
        <source>the PDF holds only pictures of text; run text recognition (OCR) on it first</source>
        <translation>PDFには文字の画像しかありません。先に文字認識（OCR）をかけてください</translation>
    </message>
    <message>
        <source>the PDF is damaged; get it again or print it again</source>
        <translation>PDFが壊れています。入手し直すか、作り直してください</translation>
    </message>
    <message>
        <source>the PDF is encrypted; save it without a password</source>
        <translation>PDFが暗号化されています。パスワードなしで保存し直してください</translation>
    </message>
    <message>
        <source>the disk of {name} is full; free some space, and the labels will be written.</source>
        <translation>{name}のディスクがいっぱいです。空きを作るとラベルが書き込まれます。</translation>
    </message>
    <message>
        <source>the disk of {name} is read-only; make it writable, and the labels will be written.</source>
        <translation>{name}のディスクは読み取り専用です。書き込みを許可するとラベルが書き込まれます。</translation>
    </message>
    <message>
        <source>the document holds no text, only white space; choose another</source>
        <translation>文書には空白しかありません。別の文書を選んでください</translation>
    </message>
    <message>
        <source>the file cannot be read ({why}); check the path and the disk</source>
        <translation>ファイルを読めません（{why}）。パスとディスクを確かめてください</translation>
    </message>
    <message>
        <source>the file declares XML entities, which no word processor writes and which can do harm; it was not read</source>
        <translation>ワープロが書くはずのない、有害になりうるXML実体宣言があるため、読み込みませんでした</translation>
    </message>
    <message>
        <source>the file holds no text, only white space; choose another</source>
        <translation>ファイルには空白しかありません。別のファイルを選んでください</translation>
    </message>
    <message>
        <source>the file is damaged: its end is missing; get it again</source>
        <translation>ファイルの末尾が欠けています。入手し直してください</translation>
    </message>
    <message>
        <source>the file is damaged; open it in a word processor and save it again</source>
        <translation>ファイルが壊れています。ワープロで開いて保存し直してください</translation>
    </message>
    <message>
        <source>the file is damaged; open it in the program that wrote it and save its text</source>
        <translation>ファイルが壊れています。作成したプログラムで開き、テキストを保存してください</translation>
    </message>
    <message>
        <source>the file is empty; choose one that holds a text</source>
        <translation>ファイルが空です。テキストのあるファイルを選んでください</translation>
    </message>
    <message>
        <source>the file is encrypted; save it without a password</source>
        <translation>ファイルが暗号化されています。パスワードなしで保存し直してください</translation>
    </message>
    <message>
        <source>the file is larger than {size}, the limit set for documents; raise the limit or cut the file</source>
        <translation>ファイルが文書の上限（{size}）を超えています。上限を上げるか、ファイルを分けてください</translation>
    </message>
    <message>
        <source>the file unpacks to more than {size} MB of text, perhaps to do harm; if you trust it, split it</source>
        <translation>展開すると{size} MBを超えるテキストになります。有害な可能性があります。信頼できるファイルであれば分割してください</translation>
    </message>
    <message>
        <source>the folder {name} is gone; restore it.</source>
        <translation>フォルダー{name}がなくなりました。元に戻してください。</translation>
    </message>
    <message>
        <source>the page's elements are nested a thousand deep, perhaps to do harm; if you trust it, save its text as a plain text file</source>
        <translation>ページの要素が1000段も入れ子になっています。有害な可能性があります。信頼できるページであれば、本文をプレーンテキストファイルとして保存してください</translation>
    </message>
    <message>
        <source>the recovery journal {name} is damaged; open the list again</source>
        <translation>復旧ジャーナル{name}が壊れています。一覧を開き直してください</translation>
    </message>
    <message>
        <source>the recovery journal {name} was written by a newer Copydesk; open the list with that one</source>
        <translation>復旧ジャーナル{name}は新しい版のCopydeskで書かれています。その版で一覧を開いてください</translation>
    </message>
    <message>
        <source>there is no column “{name}” (there are: {columns})</source>
        <translation>「{name}」という列はありません（ある列：{columns}）</translation>
    </message>
    <message>
        <source>there is no such file: a part of the path is not a folder; check the path</source>
        <translation>ファイルがありません。パスの途中がフォルダーではありません。パスを確かめてください</translation>
    </message>
    <message>
        <source>there is no such file; check the path</source>
        <translation>ファイルがありません。パスを確かめてください</translation>
    </message>
    <message>
        <source>this is the source of a LaTeX document; open the PDF that is made from it</source>
        <translation>LaTeX文書のソースです。そこから作られるPDFを開いてください</translation>
    </message>
    <message>
        <source>there is no web page in this saved file; save the page as HTML</source>
        <translation>保存されたファイルにウェブページがありません。HTMLとして保存し直してください</translation>
    </message>
    <message>
        <source>this cannot be the path of a file; check it</source>
        <translation>ファイルのパスとして使えません。確かめてください</translation>
    </message>
    <message>
        <source>this is a device, not a document</source>
        <translation>これはデバイスで、文書ではありません</translation>
    </message>
    <message>
        <source>this is a folder, not a document; choose a file in it</source>
        <translation>これはフォルダーで、文書ではありません。中のファイルを選んでください</translation>
    </message>
    <message>
        <source>this is a pipe, not a file; save its text to a file first</source>
        <translation>これはパイプで、ファイルではありません。先にテキストをファイルに保存してください</translation>
    </message>
    <message>
        <source>this is a socket, not a document</source>
        <translation>これはソケットで、文書ではありません</translation>
    </message>
    <message>
        <source>this is {what}, not a text</source>
        <translation>これはテキストではありません（{what}）</translation>
    </message>
    <message>
        <source>this is {what}; save it as {format}</source>
        <translation>読める文書ではありません（{what}）。{format}として保存し直してください</translation>
    </message>
    <message>
        <source>this is {what}; save the page as {format}</source>
        <translation>読める文書ではありません（{what}）。ページを{format}として保存し直してください</translation>
    </message>
    <message>
        <source>this is {what}; unpack it first</source>
        <translation>圧縮されています（{what}）。先に展開してください</translation>
    </message>
    <message>
        <source>too many files are open to write {name}; trying again.</source>
        <translation>開いているファイルが多すぎて{name}に書き込めません。再試行します。</translation>
    </message>
    <message>
        <source>you may not read this file; change its permissions or copy it</source>
        <translation>このファイルを読む権限がありません。権限を変えるか、コピーしてください</translation>
    </message>
    <message>
        <source>{clause} The window asks; copydesk-labels restore puts it back.</source>
        <translation>{clause}ウィンドウが確認します。copydesk-labels restoreで元に戻せます。</translation>
    </message>
    <message>
        <source>{clause}, the first in line {line:,}.</source>
        <translation>{clause}、最初は{line:,}行目。</translation>
    </message>
    <message>
        <source>{clause}.</source>
        <translation>{clause}。</translation>
    </message>
    <message>
        <source>{clause}; give the .idx file of a MyThes thesaurus, with its .dat file beside it.</source>
        <translation>{clause}。.datファイルと並ぶ、MyThes類語辞典の.idxファイルを指定してください。</translation>
    </message>
    <message>
        <source>{count:,} MB</source>
        <translation>{count:,} MB</translation>
    </message>
    <message>
        <source>{count:,} bytes</source>
        <translation>{count:,}バイト</translation>
    </message>
    <message>
        <source>{count:,} control characters</source>
        <translation>制御文字{count:,}個</translation>
    </message>
    <message>
        <source>{count:,} half characters</source>
        <translation>不完全な文字{count:,}個</translation>
    </message>
    <message>
        <source>{count:,} hidden zero-width characters</source>
        <translation>幅のない不可視文字{count:,}個</translation>
    </message>
    <message>
        <source>{count:,} hidden characters that change the order of what is shown</source>
        <translation>表示順を変える不可視文字{count:,}個</translation>
    </message>
    <message>
        <source>{count:,} lines were damaged by a wrong encoding; choose another, or look at the repaired text.</source>
        <translation>文字コードの誤りで{count:,}行が壊れています。別の文字コードを選ぶか、修復した表示を見てください。</translation>
    </message>
    <message>
        <source>{count:,} words in {script} letters.</source>
        <translation>別の文字体系（{script}）の語{count:,}個。</translation>
    </message>
    <message>
        <source>{count:,} words with letters of several scripts, such as {examples}.</source>
        <translation>複数の文字体系が混じる語{count:,}個（{examples}など）。</translation>
    </message>
    <message>
        <source>{count} MB of memory</source>
        <translation>{count} MBのメモリー</translation>
    </message>
    <message>
        <source>{count} ids in {name} that a spreadsheet had rewritten were corrected.</source>
        <translation>表計算ソフトが書き換えた {name} の ID {count} 件を元に戻しました。</translation>
    </message>
    <message>
        <source>{count} labels that an older copy of {name} lacked were put back.</source>
        <translation>{name} の古いコピーに欠けていた {count} 件のラベルを戻しました。</translation>
    </message>
    <message>
        <source>{count} rows added</source>
        <translation>{count}行を追加</translation>
    </message>
    <message>
        <source>{count} rows changed</source>
        <translation>{count}行を変更</translation>
    </message>
    <message>
        <source>{count} rows removed</source>
        <translation>{count}行を削除</translation>
    </message>
    <message>
        <source>{found} heads are more than {wanted}</source>
        <translation>見出し{found}件は上限{wanted}を超えています</translation>
    </message>
    <message>
        <source>{id} cannot be labelled: {clause}</source>
        <translation>{id}にはラベルを付けられません。{clause}</translation>
    </message>
    <message>
        <source>{name} cannot be opened ({why})</source>
        <translation>{name}を開けません（{why}）</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); choose another file for the labels with --labels.</source>
        <translation>{name}を読めません（{why}）。--labelsで別のラベルファイルを指定してください。</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); choose another file.</source>
        <translation>{name}を読めません（{why}）。別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); choose another folder.</source>
        <translation>{name}を読めません（{why}）。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); choose another pair list.</source>
        <translation>{name}を読めません（{why}）。別の一覧を選んでください。</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); give a table that copydesk-compare --learn wrote.</source>
        <translation>{name}を読めません（{why}）。copydesk-compare --learnで書き出した表を指定してください。</translation>
    </message>
    <message>
        <source>{name} could not be written ({why}); trying again.</source>
        <translation>{name}に書き込めませんでした（{why}）。再試行します。</translation>
    </message>
    <message>
        <source>{name} does not begin with {columns}; give a table that copydesk-compare --learn wrote.</source>
        <translation>{name}は{columns}で始まっていません。copydesk-compare --learnで書き出した表を指定してください。</translation>
    </message>
    <message>
        <source>{name} has {clause}: what follows cannot be read. Repair that in a text editor, after making a copy of the file; until then nothing is written to it.</source>
        <translation>{name}に問題があり（{clause}）、以降は読めません。ファイルの控えを取ってから、テキストエディターで直してください。直すまで書き込みません。</translation>
    </message>
    <message>
        <source>{clause} Or move the file away and run copydesk-labels restore: the recovery journal holds 1 row of it.</source>
        <translation>{clause}または、ファイルを移してcopydesk-labels restoreを実行してください。復旧ジャーナルにはその行が1行あります。</translation>
    </message>
    <message>
        <source>{clause} Or move the file away and run copydesk-labels restore: the recovery journal holds {count:,} rows of it.</source>
        <translation>{clause}または、ファイルを移してcopydesk-labels restoreを実行してください。復旧ジャーナルにはその行が{count:,}行あります。</translation>
    </message>
    <message>
        <source>{name} has 1 row with line ends where none can be, in record {record}; a stray quotation mark there may hide the rows behind it. Remove it in a text editor, after making a copy of the file.</source>
        <translation>{name}には、改行があるはずのない所に改行を含む行が1行あります（レコード{record}）。余分な引用符のために、続く行が隠れているかもしれません。ファイルのコピーを取ってから、テキストエディターで引用符を取り除いてください。</translation>
    </message>
    <message>
        <source>{name} has {count:,} rows with line ends where none can be, the first in record {record}; stray quotation marks there may hide the rows behind them. Remove them in a text editor, after making a copy of the file.</source>
        <translation>{name}には、改行があるはずのない所に改行を含む行が{count:,}行あります（最初はレコード{record}）。余分な引用符のために、続く行が隠れているかもしれません。ファイルのコピーを取ってから、テキストエディターで引用符を取り除いてください。</translation>
    </message>
    <message>
        <source>{name} has {clause}: what follows cannot be read, and nothing is written until that is repaired in a text editor. Labels are kept in the recovery journal.</source>
        <translation>{name}に問題があり（{clause}）、以降は読めません。テキストエディターで直すまで書き込まず、ラベルは復旧ジャーナルに保管します。</translation>
    </message>
    <message>
        <source>{name} has {clause}; repair it, and the labels will be written.</source>
        <translation>{name}に問題があります（{clause}）。直すとラベルが書き込まれます。</translation>
    </message>
    <message>
        <source>{name} holds no pairs: neither a pairs.csv nor a subfolder with exactly two documents; choose another folder, or open two documents.</source>
        <translation>{name}にペアがありません。pairs.csvも、ちょうど2つの文書を含むサブフォルダーもありません。別のフォルダーを選ぶか、2つの文書を開いてください。</translation>
    </message>
    <message>
        <source>{name} holds no pairs; add a row for each pair.</source>
        <translation>{name}にペアがありません。ペアごとに1行を加えてください。</translation>
    </message>
    <message>
        <source>it is not valid JSON, perhaps because its end is missing; get it again, or save the list as CSV</source>
        <translation>JSONとして正しくありません。末尾が欠けている可能性があります。もう一度入手するか、一覧をCSVで保存してください</translation>
    </message>
    <message>
        <source>The list has no “]” at its end: rows may be missing, too. Get it again, and look how many it should have.</source>
        <translation>一覧の末尾に「]」がありません。行も欠けている可能性があります。もう一度入手し、行数を確かめてください。</translation>
    </message>
    <message>
        <source>The label files hold the labels of fewer than two annotators, so nobody can disagree; name those of all, or add --by-file if each file is by somebody else.</source>
        <translation>ラベルファイルには2人以上の注釈者のラベルがなく、意見の相違がありえません。全員のファイルを指定するか、ファイルごとに別の人のものであれば --by-file を付けてください。</translation>
    </message>
    <message>
        <source>The annotators do not disagree about any pair of {name}; there is nothing to decide.</source>
        <translation>{name}のどのペアについても注釈者の意見は一致しています。決めることはありません。</translation>
    </message>
    <message>
        <source>This requires numpy, which is not installed; use a Copydesk that is installed with: pip install &apos;copydesk[agreement]&apos;.</source>
        <translation>この機能にはnumpyが必要ですが、ここにはありません。次の方法でインストールしたCopydeskを使ってください: pip install &apos;copydesk[agreement]&apos;</translation>
    </message>
    <message>
        <source>Adjudicating label files requires a pair list; name it first.</source>
        <translation>ラベルファイルの裁定にはペアリストが必要です。先にペアリストを指定してください。</translation>
    </message>
    <message>
        <source>{name} is a folder, not a document; name two documents, or the folder alone.</source>
        <translation>{name}はフォルダーで、文書ではありません。2つの文書か、フォルダーだけを指定してください。</translation>
    </message>
    <message>
        <source>{name} is a folder; name a file for the labels with --labels.</source>
        <translation>{name}はフォルダーです。--labelsにはラベルのファイルを指定してください。</translation>
    </message>
    <message>
        <source>{name} is gone; its rows are taken from the journal.</source>
        <translation>{name}がなくなりました。行はジャーナルのものです。</translation>
    </message>
    <message>
        <source>{name} is larger than any table of swaps; give a table that copydesk-compare --learn wrote.</source>
        <translation>{name}は置換の表として大きすぎます。copydesk-compare --learnで書き出した表を指定してください。</translation>
    </message>
    <message>
        <source>{name} is locked by another program; close it there, and the labels will be written.</source>
        <translation>{name}はほかのプログラムに使われています。閉じるとラベルが書き込まれます。</translation>
    </message>
    <message>
        <source>{name} is not a CSV file in UTF-8; give a table that copydesk-compare --learn wrote.</source>
        <translation>{name}はUTF-8のCSVファイルではありません。copydesk-compare --learnで書き出した表を指定してください。</translation>
    </message>
    <message>
        <source>{name} is not a CSV file in UTF-8 ({why}); give a table that copydesk-compare --learn wrote.</source>
        <translation>{name}はUTF-8のCSVファイルではありません（{why}）。copydesk-compare --learnで書き出した表を指定してください。</translation>
    </message>
    <message>
        <source>{name} is not the index of a MyThes thesaurus; give its .idx file, with the .dat file beside it.</source>
        <translation>{name}はMyThes類語辞典の索引ではありません。.datファイルと並ぶ、末尾が.idxのファイルを指定してください。</translation>
    </message>
    <message>
        <source>{name} is not a thesaurus</source>
        <translation>{name}は類語辞典ではありません</translation>
    </message>
    <message>
        <source>{name} is not a file; choose another one for the labels with --labels.</source>
        <translation>{name}はファイルではありません。--labelsで別のラベルファイルを指定してください。</translation>
    </message>
    <message>
        <source>{name} is not a file; choose another one.</source>
        <translation>{name}はファイルではありません。別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>{name} is not a label file: {clause}. It is left as it is; choose another file for the labels, for instance --labels {proposal}.</source>
        <translation>{name}はラベルファイルではありません（{clause}）。そのまま残します。--labels {proposal}のように別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>{name} is not a label file: {clause}; choose the CSV file that the window shows.</source>
        <translation>{name}はラベルファイルではありません（{clause}）。ウィンドウに表示されるCSVファイルを指定してください。</translation>
    </message>
    <message>
        <source>{name} is not a pair list: its bytes are not text; choose a CSV file.</source>
        <translation>{name}はペアの一覧ではありません。テキストではないため、CSVファイルを選んでください。</translation>
    </message>
    <message>
        <source>{name} is not there; check the path.</source>
        <translation>{name}がありません。パスを確かめてください。</translation>
    </message>
    <message>
        <source>{name} is read-only; make it writable, and the labels will be written.</source>
        <translation>{name}は読み取り専用です。書き込みを許可するとラベルが書き込まれます。</translation>
    </message>
    <message>
        <source>{name} was changed outside this window: {clause}, {last}.</source>
        <translation>{name}がこのウィンドウの外で変更されました（{clause}、{last}）。</translation>
    </message>
    <message>
        <source>{name} was changed outside this window: {clause}, {second}, {last}.</source>
        <translation>{name}がこのウィンドウの外で変更されました（{clause}、{second}、{last}）。</translation>
    </message>
    <message>
        <source>{name} was changed outside this window: {clause}.</source>
        <translation>{name}がこのウィンドウの外で変更されました（{clause}）。</translation>
    </message>
    <message>
        <source>{name} was empty; the rows that it had were written again. To start over, choose another file with --labels.</source>
        <translation>{name} が空になっていたため、元の行を書き直しました。新しく始めるには--labelsで別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>{name} was gone or empty; the rows that it had are written again. To start over, choose another file with --labels.</source>
        <translation>{name}がなくなっていたか空だったため、そこにあった行を書き直します。新しく始めるには--labelsで別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>{name} was gone; the rows that it had were written again. To start over, choose another file with --labels.</source>
        <translation>{name} がなくなっていたため、元の行を書き直しました。新しく始めるには--labelsで別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>{name}: the file changed while it was read; wait until the other program is done, then try again.</source>
        <translation>{name}：読み込み中にファイルが変更されました。ほかのプログラムの処理が終わってから、もう一度試してください。</translation>
    </message>
    <message>
        <source>{name}: there is no text in it; paste some.</source>
        <translation>{name}：テキストがありません。貼り付けてください。</translation>
    </message>
    <message>
        <source>{name}: {clause}.</source>
        <translation>{name}：{clause}。</translation>
    </message>
    <message>
        <source>{reference} and {candidate} need more memory than Copydesk allows for one pair; flag the pair, or open shorter documents.</source>
        <translation>{reference}と{candidate}は1つのペアに許されるメモリーを超えます。保留にするか、短い文書を開いてください。</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds}秒</translation>
    </message>
    <message>
        <source>“{name}” is not an encoding that Copydesk knows; try utf-8, windows-1252 or utf-16</source>
        <translation>「{name}」は使える文字コードではありません。utf-8、windows-1252、utf-16などを試してください</translation>
    </message>
    <message>
        <source>This is the only pair left that can be labelled.</source>
        <translation>ラベルを付けられるペアは、あとこれだけです。</translation>
    </message>
    <message>
        <source>Skipped, because it cannot be read: {id}. {clause}</source>
        <translation>読み取れないため飛ばしました：{id}。{clause}</translation>
    </message>
    <message>
        <source>Skipped {count:,} pairs, because they cannot be read: {ids}. The filter “Unreadable” of the list shows them.</source>
        <translation>読み取れないため {count:,} 件のペアを飛ばしました：{ids}。リストの絞り込み「読み取り不可」で見られます。</translation>
    </message>
    <message>
        <source>Skipped, because its id occurs twice: {id}. {clause}</source>
        <translation>IDが重複しているため飛ばしました：{id}。{clause}</translation>
    </message>
    <message>
        <source>Skipped {count:,} pairs, because their ids occur twice: {ids}. The filter “Id occurs twice” of the list shows them.</source>
        <translation>IDが重複しているため {count:,} 件のペアを飛ばしました：{ids}。リストの絞り込み「ID重複」で見られます。</translation>
    </message>
    <message>
        <source>Skipped {count:,} pairs, because they cannot be read or their ids occur twice: {ids}. The filters “Unreadable” and “Id occurs twice” of the list show them.</source>
        <translation>読み取れないかIDが重複しているため {count:,} 件のペアを飛ばしました：{ids}。リストの絞り込み「読み取り不可」と「ID重複」で見られます。</translation>
    </message>
    <message>
        <source>{reference} and {candidate} are not there; check the paths.</source>
        <translation>{reference} と {candidate} がありません。パスを確かめてください。</translation>
    </message>
    <message>
        <source>{name} is one document, and a second one is missing; name both, or a pair list, which has columns such as reference and candidate.</source>
        <translation>{name} は文書が一つだけで、二つ目がありません。両方を指定するか、reference と candidate などの列を持つペアのリストを指定してください。</translation>
    </message>
    <message>
        <source>{name} has no rows, not even a header, but {count:,} blank or zero bytes, as after a power cut; the first label rewrites it.</source>
        <translation>{name}には見出しもなく、停電のあとに残るような空白またはゼロが{count:,}バイトあるだけです。最初のラベルで書き直されます。</translation>
    </message>
    <message>
        <source>{name} has no rows, not even a header, but 1 blank or zero byte, as after a power cut; the first label rewrites it.</source>
        <translation>{name}には見出しもなく、停電のあとに残るような空白またはゼロが1バイトあるだけです。最初のラベルで書き直されます。</translation>
    </message>
    <message>
        <source>{name} has {count:,} rows for a pair and annotator that already have one, the first in record {record}; the last one counts.</source>
        <translation>{name}に同じペアと判定者の重複する行が{count:,}件あります（最初はレコード{record}）。最後の行が有効です。</translation>
    </message>
    <message>
        <source>{name} has a second row for the same pair and annotator, in record {record}; the last one counts.</source>
        <translation>{name}に同じペアと判定者の重複する行が1件あります（レコード{record}）。最後の行が有効です。</translation>
    </message>
    <message>
        <source>{name} has {count:,} rows with too few or too many columns, the first in record {record}.</source>
        <translation>{name}に列数の合わない行が{count:,}件あります（最初はレコード{record}）。</translation>
    </message>
    <message>
        <source>{name} has 1 row with too few or too many columns, in record {record}.</source>
        <translation>{name}に列数の合わない行が1件あります（レコード{record}）。</translation>
    </message>
    <message>
        <source>{name} lacks {count:,} labels that it had, as if an older copy had been saved over it; open the list in the window, or run copydesk-labels restore, and they will be put back.</source>
        <translation>{name}にあったラベル{count:,}件が欠けています。古いコピーが上書き保存されたようです。ウィンドウで一覧を開くか、copydesk-labels restoreを実行すると元に戻ります。</translation>
    </message>
    <message>
        <source>{name} lacks 1 label that it had, as if an older copy had been saved over it; open the list in the window, or run copydesk-labels restore, and it will be put back.</source>
        <translation>{name}にあったラベル1件が欠けています。古いコピーが上書き保存されたようです。ウィンドウで一覧を開くか、copydesk-labels restoreを実行すると元に戻ります。</translation>
    </message>
    <message>
        <source>{name} has {count:,} rows under ids that a spreadsheet rewrote, for example 007 as 7; open the list in the window, or run copydesk-labels restore, and they will be corrected.</source>
        <translation>{name}には、表計算ソフトがIDを書き換えた行が{count:,}件あります（007が7になるなど）。ウィンドウで一覧を開くか、copydesk-labels restoreを実行すると元に戻ります。</translation>
    </message>
    <message>
        <source>{name} has 1 row under an id that a spreadsheet rewrote, for example 007 as 7; open the list in the window, or run copydesk-labels restore, and it will be corrected.</source>
        <translation>{name}には、表計算ソフトがIDを書き換えた行が1件あります（007が7になるなど）。ウィンドウで一覧を開くか、copydesk-labels restoreを実行すると元に戻ります。</translation>
    </message>
    <message>
        <source>The journal has decisions on {count:,} pairs that {name} does not have yet ({ids}); open the list in the window and they will be written.</source>
        <translation>{name}にまだない判定がジャーナルに{count:,}ペア分あります（{ids}）。ウィンドウで一覧を開くと書き込まれます。</translation>
    </message>
    <message>
        <source>The journal has a decision on 1 pair that {name} does not have yet ({ids}); open the list in the window and it will be written.</source>
        <translation>{name}にまだない判定がジャーナルに1ペア分あります（{ids}）。ウィンドウで一覧を開くと書き込まれます。</translation>
    </message>
    <message>
        <source>The recovery journal had {count:,} damaged bytes, as after a crash; they were {clause}, and all whole records were kept.</source>
        <translation>復旧ジャーナルに、異常終了による破損が{count:,}バイトありました（{clause}）。完全な記録はすべて残っています。</translation>
    </message>
    <message>
        <source>The recovery journal had 1 damaged byte, as after a crash; it was {clause}, and all whole records were kept.</source>
        <translation>復旧ジャーナルに、異常終了による破損が1バイトありました（{clause}）。完全な記録はすべて残っています。</translation>
    </message>
    <message>
        <source>The recovery journal has {count:,} damaged bytes, as after a crash; they are set aside when the label file is next opened in the window.</source>
        <translation>復旧ジャーナルに、異常終了による破損が{count:,}バイトあります。次にウィンドウでラベルファイルを開いたときに退避します。</translation>
    </message>
    <message>
        <source>The recovery journal has 1 damaged byte, as after a crash; it is set aside when the label file is next opened in the window.</source>
        <translation>復旧ジャーナルに、異常終了による破損が1バイトあります。次にウィンドウでラベルファイルを開いたときに退避します。</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1バイト</translation>
    </message>
    <message>
        <source>{name} is empty; its rows are taken from the journal.</source>
        <translation>{name}は空です。行はジャーナルのものです。</translation>
    </message>
    <message>
        <source>The rows of {name} are taken from the journal.</source>
        <translation>{name}の行はジャーナルのものです。</translation>
    </message>
    <message>
        <source>{name} holds one document and no pairs.csv; put a second document there, or choose another folder.</source>
        <translation>{name}には文書が1つあり、pairs.csvがありません。2つ目の文書を置くか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{name} holds {count:,} documents, and nothing says which of them are a pair; find the pairs with copydesk-find, write a pairs.csv, or put each pair in a subfolder of its own.</source>
        <translation>{name}には{count:,}個の文書がありますが、どれがペアなのか分かりません。copydesk-findでペアを探すか、pairs.csvを書くか、ペアごとにサブフォルダーに入れてください。</translation>
    </message>
    <message>
        <source>{name} holds more than {count:,} documents, and nothing says which of them are a pair; find the pairs with copydesk-find, write a pairs.csv, or put each pair in a subfolder of its own.</source>
        <translation>{name}には{count:,}個を超える文書がありますが、どれがペアなのか分かりません。copydesk-findでペアを探すか、pairs.csvを書くか、ペアごとにサブフォルダーに入れてください。</translation>
    </message>
    <message>
        <source>The pasted text {name} cannot be read ({why}); paste it again.</source>
        <translation>貼り付けたテキスト{name}を読めません({why})。もう一度貼り付けてください。</translation>
    </message>
    <message>
        <source>it is not UTF-8 any more</source>
        <translation>UTF-8ではなくなっています</translation>
    </message>
    <message>
        <source>The pasted texts cannot be kept in {name} ({why}); save them in files of your own before you close the window.</source>
        <translation>貼り付けたテキストを{name}に保存できません({why})。ウィンドウを閉じる前に、ご自分のファイルに保存してください。</translation>
    </message>
    <message>
        <source>it is encrypted; open it in its program, and save it without a password</source>
        <translation>暗号化されています。元のソフトで開き、パスワードなしで保存してください</translation>
    </message>
    <message>
        <source>it is an archive; unpack it</source>
        <translation>書庫です。展開してください</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>壊れています</translation>
    </message>
    <message>
        <source>it is {what}, and the library for that is not installed; install it with: pip install 'copydesk[{extra}]', or save the list as CSV</source>
        <translation>{what}ですが、そのためのライブラリがありません。pip install 'copydesk[{extra}]' でインストールするか、リストを CSV で保存してください</translation>
    </message>
    <message>
        <source>a workbook</source>
        <translation>表計算のブック</translation>
    </message>
    <message>
        <source>a Parquet file</source>
        <translation>Parquet ファイル</translation>
    </message>
    <message>
        <source>packed with Zstandard</source>
        <translation>Zstandard で圧縮されたファイル</translation>
    </message>
    <message>
        <source>reading it takes more than {limit}; save the list as CSV</source>
        <translation>読み込みに {limit} 以上かかります。リストを CSV で保存してください</translation>
    </message>
    <message>
        <source>The list has formulas whose values are not in the file: open it in its program, and save it there.</source>
        <translation>リストには、値がファイルに保存されていない数式があります。元のソフトで開いて保存してください。</translation>
    </message>
    <message>
        <source>The pairs come from the sheet “{sheet}”, the first one that names two documents.</source>
        <translation>ペアは、2 つの文書の列がある最初のシート「{sheet}」のものです。</translation>
    </message>
    <message>
        <source>1 word is hidden from readers; it is marked in the text: “{text}”.</source>
        <translation>1語が読者に見えません。本文中に印があります：「{text}」</translation>
    </message>
    <message>
        <source>{count:,} words are hidden from readers; they are marked in the text: “{text}”.</source>
        <translation>{count:,}語が読者に見えません。本文中に印があります：「{text}」</translation>
    </message>
    <message>
        <source>1 word of hidden text beside the article is left out: “{text}”.</source>
        <translation>記事の外にある隠しテキスト1語は省かれています：「{text}」</translation>
    </message>
    <message>
        <source>{count:,} words of hidden text beside the article are left out: “{text}”.</source>
        <translation>記事の外にある隠しテキスト{count:,}語は省かれています：「{text}」</translation>
    </message>
    <message>
        <source>this is a Word file from before 2007; install the program antiword, with which Copydesk reads it, or save it as DOCX</source>
        <translation>これは2007年より前のWordファイルです。Copydeskが読み取りに使うプログラムantiwordをインストールするか、DOCXで保存してください</translation>
    </message>
    <message>
        <source>“blind” is neither true, false nor "figures"</source>
        <translation>「blind」が true、false、"figures" のいずれでもありません</translation>
    </message>
    <message>
        <source>“seed” is not a whole number from 0 to {most:,}</source>
        <translation>「seed」が 0 から {most:,} までの整数ではありません</translation>
    </message>
    <message>
        <source>Blind reading: names, paths and columns of the list are hidden; order and sides are drawn for {annotator}, from the number {seed}.</source>
        <translation>ブラインド：名前・パス・リストの列は表示されません。順序と左右は {annotator} のために番号 {seed} から抽選されています。</translation>
    </message>
    <message>
        <source>Blind reading: names, paths, columns of the list and similarities are hidden; order and sides are drawn for {annotator}, from the number {seed}.</source>
        <translation>ブラインド：名前・パス・リストの列・類似度は表示されません。順序と左右は {annotator} のために番号 {seed} から抽選されています。</translation>
    </message>
    <message>
        <source>Reviewing labels requires a pair list; name it first.</source>
        <translation>ラベルの見直しにはペアのリストが必要です。先にリストを指定してください。</translation>
    </message>
    <message>
        <source>{name} holds no label, flag or note, so there is nothing to review.</source>
        <translation>{name} にはラベルも保留もメモもなく、見直すものがありません。</translation>
    </message>
    <message>
        <source>{name} holds nothing by {annotator}; it has something by {names}.</source>
        <translation>{name} には {annotator} のものがありません。{names} のものがあります。</translation>
    </message>
    <message>
        <source>{name} is about other pairs than {list}: none of its ids is in that list.</source>
        <translation>{name} は {list} とは別のペアについてのものです。その ID は一つもこのリストにありません。</translation>
    </message>
    <message>
        <source>For reading only: the labels of {annotator} in {name}. Nothing is changed.</source>
        <translation>読み取り専用：{name} の {annotator} のラベル。何も変更されません。</translation>
    </message>
    <message>
        <source>You have the last word here. What each annotator said of a pair stands below the list of pairs (View → List of pairs).</source>
        <translation>ここでは最終判断をします。各判定者の判定は、ペアの一覧の下に表示されます（表示 → ペアの一覧）。</translation>
    </message>
    <message>
        <source>For reading only: the labels of {annotator} in {name}, which also has those of {names}. Nothing is changed.</source>
        <translation>読み取り専用：{name} の {annotator} のラベル（{names} のものもあります）。何も変更されません。</translation>
    </message>
    <message>
        <source>Ignored, because labels are only read here. Open the list without --review to label.</source>
        <translation>ここではラベルを読むだけなので無視しました。ラベルを付けるには、--review なしでリストを開いてください。</translation>
    </message>
    <message>
        <source>1 pair has different labels under one name in different files; that of the file named first is shown. If these are several people, use --by-file.</source>
        <translation>1 ペアに、同じ名前で異なるラベルがファイルごとに付いています。最初に指定したファイルのものを表示します。別の人のものであれば --by-file を使ってください。</translation>
    </message>
    <message>
        <source>{count:,} pairs have different labels under one name in different files; those of the file named first are shown. If these are several people, use --by-file.</source>
        <translation>{count:,} ペアに、同じ名前で異なるラベルがファイルごとに付いています。最初に指定したファイルのものを表示します。別の人のものであれば --by-file を使ってください。</translation>
    </message>
    <message>
        <source>{names} differ only in blanks, capitals or Unicode form, and count as different annotators. If they are one person, use --join-names.</source>
        <translation>{names} は空白・大文字小文字・Unicode の表記だけが異なり、別々の判定者として数えられています。同じ人であれば --join-names を使ってください。</translation>
    </message>
    <message>
        <source>{name} is named twice; name each label file once.</source>
        <translation>{name} が二度指定されています。ラベルファイルはそれぞれ一度だけ指定してください。</translation>
    </message>
    <message>
        <source>{name} has no labels.</source>
        <translation>{name} にはラベルがありません。</translation>
    </message>
    <message>
        <source>no column for the texts of the articles; name one of them text, or say --text NAME (there are: {columns})</source>
        <translation>記事の本文の列がありません。本文の列の名前をtextにするか、--text NAMEで指定してください（ある列：{columns}）</translation>
    </message>
    <message>
        <source>this is not a file with a row for each article, such as CSV or JSON lines</source>
        <translation>CSVやJSON Linesのような、1行に1記事のファイルではありません</translation>
    </message>
    <message>
        <source>there are no articles in it; add a row for each</source>
        <translation>記事がありません。記事ごとに行を追加してください</translation>
    </message>
    <message>
        <source>there is no article “{id}” in it (articles: {total:,}; the first is “{first}”)</source>
        <translation>「{id}」という記事はありません（記事の数：{total:,}、最初の記事：「{first}」）</translation>
    </message>
    <message>
        <source>row {row} {clause}</source>
        <translation>{row}行目は{clause}</translation>
    </message>
    <message>
        <source>has more than {most:,} MB</source>
        <translation>{most:,} MBを超えています</translation>
    </message>
    <message>
        <source>its articles have more than {most:,} million characters, too many to look one up in such a file; save it as JSON lines, and do not pack it</source>
        <translation>記事は合わせて{most:,}百万文字を超え、このようなファイルから1件を取り出すには多すぎます。圧縮していないJSON Linesとして保存してください</translation>
    </message>
    <message>
        <source>{name}: row {row} {clause}; it is skipped.</source>
        <translation>{name}：{row}行目は{clause}。この行は飛ばしました。</translation>
    </message>
    <message>
        <source>{name}: {count:,} rows cannot be read and are skipped; the first of them is row {row}, which {clause}.</source>
        <translation>{name}：{count:,}行を読み取れないため飛ばしました。最初は{row}行目で、{clause}。</translation>
    </message>
    <message>
        <source>{name}: the article in row {row} has the id “{id}”, which an earlier one already has; it is called “{new}”.</source>
        <translation>{name}：{row}行目の記事のIDは、前の記事と同じ「{id}」です。「{new}」と呼びます。</translation>
    </message>
    <message>
        <source>{name}: {count:,} articles have the id of an earlier one; that in row {row}, for example, has the id “{id}” and is called “{new}”.</source>
        <translation>{name}：{count:,}件の記事のIDが、前の記事と同じです。例えば{row}行目の記事のIDは「{id}」で、「{new}」と呼びます。</translation>
    </message>
    <message>
        <source>The processes that compare articles end as soon as they start (there may be too little memory); close other programs, or search with fewer processes.</source>
        <translation>記事を比較するプロセスがすぐに終了します（メモリー不足の可能性があります）。ほかのプログラムを閉じるか、プロセス数を減らして検索してください。</translation>
    </message>
    <message>
        <source>{name} is not there; check the path of the articles.</source>
        <translation>{name} がありません。記事のパスを確認してください。</translation>
    </message>
    <message>
        <source>{name} is one article of a file, and a search works on whole files; name {file} instead.</source>
        <translation>{name} はファイルの中の一つの記事です。検索はファイル全体を対象にするため、代わりに {file} を指定してください。</translation>
    </message>
    <message>
        <source>{name} is skipped: an editor or a download left it behind.</source>
        <translation>{name} は対象外です。エディターまたはダウンロードが残したファイルです。</translation>
    </message>
    <message>
        <source>{count:,} files that editors or downloads left behind are skipped, for instance {name}.</source>
        <translation>エディターやダウンロードが残した {count:,} 個のファイルは対象外です（例: {name}）。</translation>
    </message>
    <message>
        <source>No file of the sources holds many articles, so the columns named for texts and ids were not needed.</source>
        <translation>複数の記事を含むファイルが指定されたソースにないため、本文と ID の列の指定は使われませんでした。</translation>
    </message>
    <message>
        <source>{name} exists and is not a list that a search wrote, so it is not overwritten; name another file for the list, or delete it.</source>
        <translation>{name} はすでに存在し、検索で作られたリストではないため、上書きしません。リストの出力先に別のファイルを指定するか、このファイルを削除してください。</translation>
    </message>
    <message>
        <source>{name}: the list is written as CSV or Parquet; give it a name that ends in .csv or .parquet.</source>
        <translation>{name}: リストは CSV または Parquet として書き込まれます。.csv または .parquet で終わる名前を指定してください。</translation>
    </message>
    <message>
        <source>{name} has the articles, and the list would overwrite it; name another file for the list.</source>
        <translation>{name} には記事が入っており、一覧で上書きされてしまいます。一覧には別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>{name} is on both sides of --against; without --against its articles are searched for copies of each other.</source>
        <translation>{name} が --against の両側にあります。--against を付けなければ、その中の記事どうしで写しを探します。</translation>
    </message>
    <message>
        <source>The folder {name} cannot be read ({why}) and is left out.</source>
        <translation>フォルダー {name} を読み込めないため（{why}）、除外します。</translation>
    </message>
    <message>
        <source>{name} has no words and is left out.</source>
        <translation>{name} には語がないため、除外します。</translation>
    </message>
    <message>
        <source>{count:,} articles have no words and are left out, for instance {name}.</source>
        <translation>{count:,} 件の記事には語がないため、除外します（例：{name}）。</translation>
    </message>
    <message>
        <source>Running on Apache Spark requires {name}, which is not installed; install copydesk[spark].</source>
        <translation>Apache Spark での実行に必要な {name} がインストールされていません。copydesk[spark] をインストールしてください。</translation>
    </message>
    <message>
        <source>Running on Apache Spark requires pyspark 4 or newer, and {version} is installed; install copydesk[spark].</source>
        <translation>Apache Spark での実行には pyspark 4 以降が必要ですが、{version} がインストールされています。copydesk[spark] をインストールしてください。</translation>
    </message>
    <message>
        <source>{master} is not a cluster that Apache Spark knows; give --master spark://HOST:7077, yarn, k8s://https://HOST:443 or local[2].</source>
        <translation>{master} は Apache Spark が扱えるクラスターではありません。--master spark://HOST:7077、yarn、k8s://https://HOST:443、local[2] のいずれかを指定してください。</translation>
    </message>
    <message>
        <source>Running on Apache Spark requires Java 17 or newer, which is not installed; install it (on Debian and Ubuntu: openjdk-17-jre-headless), or set JAVA_HOME to its folder.</source>
        <translation>Apache Spark での実行に必要な Java 17 以降がインストールされていません。インストールするか (Debian と Ubuntu では openjdk-17-jre-headless)、JAVA_HOME にそのフォルダーを設定してください。</translation>
    </message>
    <message>
        <source>There is no Java in the folder {path} that JAVA_HOME names; correct or unset JAVA_HOME.</source>
        <translation>JAVA_HOME が示すフォルダー {path} に Java がありません。JAVA_HOME を修正するか、設定を解除してください。</translation>
    </message>
    <message>
        <source>The Java that is installed is too old for Apache Spark; install Java 17 or newer (on Debian and Ubuntu: openjdk-17-jre-headless), or set JAVA_HOME to its folder.</source>
        <translation>インストールされている Java は Apache Spark には古すぎます。Java 17 以降をインストールするか (Debian と Ubuntu では openjdk-17-jre-headless)、JAVA_HOME にそのフォルダーを設定してください。</translation>
    </message>
    <message>
        <source>The output of Apache Spark cannot be kept in {name} ({why}); free some space, or make the folder writable.</source>
        <translation>Apache Spark のメッセージを {name} に保存できません ({why})。空き容量を増やすか、フォルダーを書き込み可能にしてください。</translation>
    </message>
    <message>
        <source>Apache Spark failed ({why}); check --master, and see {path} for all of its output.</source>
        <translation>Apache Spark は処理を続けられませんでした ({why})。--master を確認し、すべてのメッセージが記録されている {path} を参照してください。</translation>
    </message>
    <message>
        <source>The column {column} of {name} does not hold texts; name another one with --text.</source>
        <translation>{name} の列 {column} にはテキストが入っていません。--text で別の列を指定してください。</translation>
    </message>
    <message>
        <source>Writing {name} requires a library for Parquet files, which is not installed; install copydesk[parquet], or name a CSV file.</source>
        <translation>{name} の書き込みに必要な Parquet ファイル用のライブラリがインストールされていません。copydesk[parquet] をインストールするか、CSV ファイルを指定してください。</translation>
    </message>
    <message>
        <source>Searching for pairs requires numpy, which is not installed; install copydesk[find].</source>
        <translation>ペアの検索に必要な numpy がインストールされていません。copydesk[find] をインストールしてください。</translation>
    </message>
    <message>
        <source>There are no articles with words; check the path of the articles.</source>
        <translation>語のある記事がありません。記事のパスを確認してください。</translation>
    </message>
    <message>
        <source>There is only one article with words; a search needs two or more.</source>
        <translation>語のある記事が 1 件しかありません。検索には 2 件以上が必要です。</translation>
    </message>
    <message>
        <source>One of the two collections has no articles with words; check both paths.</source>
        <translation>2 つのコレクションの一方に、語のある記事がありません。両方のパスを確認してください。</translation>
    </message>
    <message>
        <source>There are no pairs with a score of {least} or more among {count:,} articles; none of them looks like a copy of another.</source>
        <translation>{count:,} 件の記事の中に、スコアが {least} 以上のペアはありません。ほかの記事の複製に見えるものはありません。</translation>
    </message>
    <message>
        <source>The list of the pairs cannot be written to {name} ({why}); free some space, or copy the articles to a folder that you can write to.</source>
        <translation>ペアのリストを {name} に書き込めません ({why})。空き容量を確保するか、書き込み可能なフォルダーに記事をコピーしてください。</translation>
    </message>
    <message>
        <source>The search needs more memory than there is; search fewer articles, or close other programs.</source>
        <translation>検索に必要なメモリが足りません。記事の数を減らすか、ほかのプログラムを終了してください。</translation>
    </message>
    <message>
        <source>The process that searches for pairs ended early (there may be too little memory); search again, and what was compared is not compared again.</source>
        <translation>ペアを検索するプロセスが途中で終了しました (メモリ不足の可能性があります)。もう一度検索してください。比較済みのペアが再び比較されることはありません。</translation>
    </message>
</context>
<context>
    <name>AnnotatorButton</name>
    <message>
        <source>Annotator: {name}</source>
        <translation>判定者: {name}</translation>
    </message>
    <message>
        <source>Labels carry the name {name}. Click to change it.</source>
        <translation>ラベルには {name} の名前が付きます。クリックで変更します。</translation>
    </message>
    <message>
        <source>These are the labels of {name}. Click to see those of somebody else.</source>
        <translation>これは {name} のラベルです。クリックすると別の人のラベルを表示します。</translation>
    </message>
</context>
<context>
    <name>AnnotatorDialog</name>
    <message>
        <source>What was decided under another name stays. The list goes on where this annotator stopped, or begins at the first pair without a label of theirs.</source>
        <translation>別の名前で付けた判定はそのまま残ります。この判定者が前回終えた所、またはまだラベルを付けていない最初のペアから始まります。</translation>
    </message>
    <message>
        <source>Labels, flags and notes carry this name from now on:</source>
        <translation>今後のラベル、保留、メモに付く名前:</translation>
    </message>
    <message>
        <source>Name of the annotator</source>
        <translation>判定者の名前</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>判定者</translation>
    </message>
</context>
<context>
    <name>PairDelegate</name>
    <message>
        <source>Flagged</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>Overruled: {label}</source>
        <translation>覆された判定：{label}</translation>
    </message>
</context>
<context>
    <name>WorkSummary</name>
    <message>
        <source>The journal cannot be read ({why}).</source>
        <translation>ジャーナルを読めません（{why}）。</translation>
    </message>
    <message>
        <source>{annotator}: {list}</source>
        <translation>{annotator}：{list}</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>テキストとしてコピー</translation>
    </message>
    <message>
        <source>Summary of the work</source>
        <translation>作業のまとめ</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>集計中…</translation>
    </message>
    <message>
        <source>Given another label later</source>
        <translation>後で別のラベルに変更</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Time in all</source>
        <translation>合計時間</translation>
    </message>
    <message>
        <source>Time a pair, median</source>
        <translation>1 ペアの時間（中央値）</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>判定済み</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>今回</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 時間 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>HelpController</name>
    <message>
        <source>Legend of the marks</source>
        <translation>印の見方</translation>
    </message>
    <message>
        <source>How to judge a pair</source>
        <translation>ペアの判定方法</translation>
    </message>
    <message>
        <source>The details are on the clipboard. They hold no texts and no document names.</source>
        <translation>情報をクリップボードにコピーしました。本文や文書名は含まれていません。</translation>
    </message>
</context>
<context>
    <name>LegendStrip</name>
    <message>
        <source>Legend of the marks</source>
        <translation>印の見方</translation>
    </message>
    <message>
        <source>What they mean</source>
        <translation>印の意味</translation>
    </message>
    <message>
        <source>Close the legend</source>
        <translation>凡例を閉じる</translation>
    </message>
</context>
<context>
    <name>PairFields</name>
    <message>
        <source>The first {shown} of {total} columns</source>
        <translation>全{total}列のうち最初の{shown}列</translation>
    </message>
    <message>
        <source>{name} {value} to {limit}</source>
        <translation>{name} {value}～{limit}</translation>
    </message>
    <message>
        <source>{name} up to {limit}</source>
        <translation>{name} {limit} 以下</translation>
    </message>
    <message>
        <source>{name} from {limit}</source>
        <translation>{name} {limit} 以上</translation>
    </message>
    <message>
        <source>{name} is “{value}”</source>
        <translation>{name} が「{value}」</translation>
    </message>
    <message>
        <source>{name} contains “{value}”</source>
        <translation>{name} に「{value}」を含む</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>When labelled</source>
        <translation>ラベル付けの日時</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Length in words</source>
        <translation>語数</translation>
    </message>
    <message>
        <source>Sections moved</source>
        <translation>移動した節</translation>
    </message>
    <message>
        <source>Sections added</source>
        <translation>追加された節</translation>
    </message>
    <message>
        <source>Sections missing</source>
        <translation>欠落した節</translation>
    </message>
    <message>
        <source>Substitutions</source>
        <translation>置換</translation>
    </message>
    <message>
        <source>Words moved</source>
        <translation>移動語数</translation>
    </message>
    <message>
        <source>Words added</source>
        <translation>追加語数</translation>
    </message>
    <message>
        <source>Words missing</source>
        <translation>欠落語数</translation>
    </message>
    <message>
        <source>Verbatim</source>
        <translation>完全一致</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>類似度</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>シャッフル</translation>
    </message>
    <message>
        <source>In list order</source>
        <translation>一覧の順</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>ConditionsPopup</name>
    <message>
        <source>“{text}” is not a number: this condition does not count.</source>
        <translation>「{text}」は数ではないため、この条件は使われません。</translation>
    </message>
    <message>
        <source>Only pairs for which all of this holds:</source>
        <translation>次のすべてに当てはまるペアだけ：</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>条件を追加</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>is between</source>
        <translation>範囲内</translation>
    </message>
    <message>
        <source>is</source>
        <translation>等しい</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>含む</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>この条件を削除</translation>
    </message>
    <message>
        <source>to</source>
        <translation>～</translation>
    </message>
    <message>
        <source>How it is compared</source>
        <translation>比べ方</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>対象の項目</translation>
    </message>
</context>
<context>
    <name>ViewControls</name>
    <message>
        <source>Filter again</source>
        <translation>絞り込み直す</translation>
    </message>
    <message>
        <source>Id occurs twice</source>
        <translation>ID重複</translation>
    </message>
    <message>
        <source>To label</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>{figures} when it was filtered</source>
        <translation>絞り込んだ時点で{figures}</translation>
    </message>
    <message>
        <source>{figures} when it was sorted</source>
        <translation>並べた時点で{figures}</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>読み取り不可</translation>
    </message>
    <message>
        <source>Changed since labelled</source>
        <translation>ラベル付け後に変更</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>メモあり</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>すべてのペア</translation>
    </message>
    <message>
        <source>Labelled since it was sorted</source>
        <translation>並べた後にラベルが変わりました</translation>
    </message>
    <message>
        <source>{read} of {total} rows read</source>
        <translation>{total} 行中 {read} 行を読み込み済み</translation>
    </message>
    <message>
        <source>Ascending; press to reverse the order</source>
        <translation>昇順（押すと逆順にします）</translation>
    </message>
    <message>
        <source>Descending; press to reverse the order</source>
        <translation>降順（押すと逆順にします）</translation>
    </message>
    <message>
        <source>Sort again</source>
        <translation>並べ直す</translation>
    </message>
    <message>
        <source>Shuffle again</source>
        <translation>もう一度シャッフル</translation>
    </message>
    <message>
        <source>In which order</source>
        <translation>並び順</translation>
    </message>
    <message>
        <source>Remove all conditions</source>
        <translation>すべての条件を削除</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Which pairs</source>
        <translation>表示するペア</translation>
    </message>
    <message>
        <source>Overruled</source>
        <translation>覆された判定</translation>
    </message>
</context>
<context>
    <name>PairsLeft</name>
    <message numerus="yes">
        <source>%n whose id occurs twice</source>
        <translation>
            <numerusform>%Ln件がID重複</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unreadable</source>
        <translation>
            <numerusform>%Ln件が読み取り不可</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to label</source>
        <translation>
            <numerusform>%Ln件が未判定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinksDialog</name>
    <message>
        <source>Asked for their pages, unless there is a snapshot: {hosts}. Nothing else is fetched, no pictures, scripts or cookies. The pages are kept in your data folder with their date and SHA-256.</source>
        <translation>スナップショットがない場合、次のサーバーからページを取得します：{hosts}。画像、スクリプト、Cookieなど、ほかのものは取得しません。ページは日時とSHA-256とともにデータフォルダーに保存されます。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Fetch and compare</source>
        <translation>取得して比較</translation>
    </message>
    <message>
        <source>A link, or the path of a file</source>
        <translation>リンクまたはファイルのパス</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候補文書</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照文書</translation>
    </message>
    <message>
        <source>Open web pages</source>
        <translation>ウェブページを開く</translation>
    </message>
</context>
<context>
    <name>SnapshotsDialog</name>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候補文書</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照文書</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>ウェブページ</translation>
    </message>
    <message>
        <source>Compare two snapshots</source>
        <translation>2つのスナップショットを比較</translation>
    </message>
</context>
<context>
    <name>LinksController</name>
    <message>
        <source>Fetch all of the list…</source>
        <translation>リストのすべてを取得…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Web pages of this pair could not be fetched: {hosts}.</source>
        <translation>このペアのウェブページを取得できませんでした：{hosts}。</translation>
    </message>
    <message>
        <source>{came} MB</source>
        <translation>{came} MB</translation>
    </message>
    <message>
        <source>{came} of {size} MB</source>
        <translation>{size} MB中{came} MB</translation>
    </message>
    <message>
        <source>Fetching page {number} of {total} from {host}…</source>
        <translation>{host}から{total}件中{number}件目を取得しています…</translation>
    </message>
    <message>
        <source>Fetching from {host}…</source>
        <translation>{host}から取得しています…</translation>
    </message>
    <message numerus="yes">
        <source>%n more web page(s) could not be fetched.</source>
        <translation>
            <numerusform>ほかに%Ln件のウェブページを取得できませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare snapshots…</source>
        <translation>スナップショットを比較…</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>再取得</translation>
    </message>
    <message>
        <source>The candidate is the same as on {time}.</source>
        <translation>候補文書は{time}と同じです。</translation>
    </message>
    <message>
        <source>The candidate has changed since {time}.</source>
        <translation>候補文書は{time}から変わっています。</translation>
    </message>
    <message>
        <source>The reference is the same as on {time}.</source>
        <translation>参照文書は{time}と同じです。</translation>
    </message>
    <message>
        <source>The reference has changed since {time}.</source>
        <translation>参照文書は{time}から変わっています。</translation>
    </message>
    <message>
        <source>Web pages as they were fetched on {times}.</source>
        <translation>{times}に取得したウェブページです。</translation>
    </message>
    <message>
        <source>This pair has web pages that were not fetched yet: {hosts}.</source>
        <translation>このペアにはまだ取得していないウェブページがあります：{hosts}。</translation>
    </message>
    <message numerus="yes">
        <source>%n web page(s) fetched.</source>
        <translation>
            <numerusform>ウェブページを%Ln件取得しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>No web page of this pair has two snapshots; fetch one again.</source>
        <translation>このペアのウェブページにはスナップショットが2つありません。再取得してください。</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>取得</translation>
    </message>
    <message>
        <source>Fetch pages</source>
        <translation>ページの取得</translation>
    </message>
    <message>
        <source>They are fetched one after another, with a pause of a second between two pages of one server, and kept in your data folder.</source>
        <translation>同じサーバーのページの間に1秒おいて順に取得し、データフォルダーに保存します。</translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n web page(s) from {hosts}?</source>
        <translation>
            <numerusform>{hosts}からウェブページを%Ln件取得しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a snapshot of every web page of this list.</source>
        <translation>このリストのウェブページにはすべてスナップショットがあります。</translation>
    </message>
    <message>
        <source>This pair names no web pages that can be fetched.</source>
        <translation>このペアには取得できるウェブページがありません。</translation>
    </message>
    <message>
        <source>Snapshots are not compared while the list is read blind.</source>
        <translation>リストをブラインドで読んでいる間は、スナップショットを比較しません。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>blind</source>
        <translation>ブラインド</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>読み取り専用</translation>
    </message>
</context>
<context>
    <name>BlindController</name>
    <message>
        <source>Blind reading requires a pair list or a folder.</source>
        <translation>ブラインドで読めるのは、ペアのリストかフォルダーです。</translation>
    </message>
    <message>
        <source>Blind reading is switched on before the first decision, and {annotator} has made some in this label file. Start with --labels and a new file.</source>
        <translation>ブラインドは最初の判定の前に有効にします。このラベルファイルには {annotator} の判定がすでにあります。--labels で新しいファイルを指定して始めてください。</translation>
    </message>
    <message>
        <source>From now on names, paths and columns of the list are shown, and the rows of the label file say so. What was decided before stays marked as read blind.</source>
        <translation>これ以降は名前・パス・リストの列が表示され、ラベルファイルの行にもそう記録されます。これまでの判定は、ブラインドで読んだものとして残ります。</translation>
    </message>
    <message>
        <source>From now on similarities are shown, and the rows of the label file say so.</source>
        <translation>これ以降は類似度が表示され、ラベルファイルの行にもそう記録されます。</translation>
    </message>
    <message>
        <source>Show more?</source>
        <translation>表示を増やしますか？</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示する</translation>
    </message>
</context>
<context>
    <name>AnnotatorController</name>
    <message>
        <source>Annotator</source>
        <translation>判定者</translation>
    </message>
    <message>
        <source>Whose labels are shown:</source>
        <translation>誰のラベルを表示するか：</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <source>Flagged</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>ペア</translation>
    </message>
    <message>
        <source>  in the first quarter of the work</source>
        <translation>  作業の最初の四分の一</translation>
    </message>
    <message>
        <source>  in the second</source>
        <translation>  二番目</translation>
    </message>
    <message>
        <source>  in the third</source>
        <translation>  三番目</translation>
    </message>
    <message>
        <source>  in the last</source>
        <translation>  最後</translation>
    </message>
    <message numerus="yes">
        <source>%n annotator(s)</source>
        <translation>
            <numerusform>判定者 %Ln 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>ラベル %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%Ln ペア</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of the list have none.</source>
        <translation>
            <numerusform>リストの %Ln ペアにはラベルがありません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) with two labels or more</source>
        <translation>
            <numerusform>ラベルが二つ以上あるもの %Ln ペア</numerusform>
        </translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>すべてのラベル</translation>
    </message>
    <message>
        <source>Likeliest</source>
        <translation>最も確からしいもの</translation>
    </message>
    <message>
        <source>Likely right, by the model</source>
        <translation>モデルで推定した正答率</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>ペア数</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>確率</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>単純一致</translation>
    </message>
    <message>
        <source>Says what others say</source>
        <translation>他の判定者との一致</translation>
    </message>
    <message>
        <source>Time a pair, median</source>
        <translation>1ペアあたりの時間（中央値）</translation>
    </message>
    <message>
        <source>Who said what</source>
        <translation>判定の内訳</translation>
    </message>
    <message>
        <source>With labels that are known</source>
        <translation>正解が分かっているペアとの一致</translation>
    </message>
    <message>
        <source>With themselves, on pairs that came again</source>
        <translation>再提示されたペアでの本人との一致</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>名前なし</translation>
    </message>
    <message>
        <source>not enough to say</source>
        <translation>判断には不足</translation>
    </message>
    <message>
        <source>{figure}; {pairs}</source>
        <translation>{figure}（{pairs}）</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} と {second}</translation>
    </message>
    <message>
        <source>{labels} by {annotators} for {pairs}; {shared}.</source>
        <translation>{labels}、{annotators}、{pairs}。{shared}。</translation>
    </message>
    <message>
        <source>{low} to {high} % of the words verbatim</source>
        <translation>完全一致の語が {low}～{high} %</translation>
    </message>
    <message>
        <source>{value} [{low}, {high}]</source>
        <translation>{value} [{low}, {high}]</translation>
    </message>
</context>
<context>
    <name>AgreementController</name>
    <message>
        <source>Add the label files of others.</source>
        <translation>他の判定者のラベルファイルを追加してください。</translation>
    </message>
    <message>
        <source>Computing from {labels} labels by {annotators}…</source>
        <translation>{annotators}のラベル {labels} 件から計算しています…</translation>
    </message>
    <message>
        <source>If these are several people, treat each file as an annotator of its own.</source>
        <translation>別々の人であれば、ファイルごとに別の判定者として扱ってください。</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n label file(s)…</source>
        <translation>
            <numerusform>ラベルファイル %Ln 件を読み込んでいます…</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the agreement as HTML</source>
        <translation>一致度を HTML で保存</translation>
    </message>
    <message>
        <source>The page is in {path}.</source>
        <translation>ページを {path} に保存しました。</translation>
    </message>
    <message>
        <source>The process that computes the figures ended early, or took too long; close other programs and try again.</source>
        <translation>数値を計算するプロセスが途中で終了したか、時間がかかりすぎました。他のプログラムを閉じて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>You read this list blind: labels of others, and how far yours agree with them, are not shown. Turn blind reading off to see them.</source>
        <translation>このリストはブラインドで読んでいます。他の判定者のラベルや、それとの一致度は表示されません。見るにはブラインドをオフにしてください。</translation>
    </message>
    <message>
        <source>You decide without names: the figures, which say who gave which label, are not shown. Open the list without --hide-names to see them.</source>
        <translation>判定者の名前を隠して裁定しています。誰がどのラベルを付けたかを示す一致度は表示されません。見るには --hide-names を付けずにリストを開いてください。</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Agreement of annotators</source>
        <translation>判定者間の一致度</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s), the hardest first. A click or Enter opens one.</source>
        <translation>
            <numerusform>%Ln ペア、判断の難しい順。クリックまたは Enter で開きます。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Add label files…</source>
        <translation>ラベルファイルを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Compute again</source>
        <translation>再計算(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Disagreements</source>
        <translation>不一致(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>除外(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Save as HTML…</source>
        <translation>HTML で保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Who says what</source>
        <translation>判定の対応(&amp;W)</translation>
    </message>
    <message>
        <source>A&amp;greement</source>
        <translation>一致度(&amp;G)</translation>
    </message>
    <message>
        <source>A&amp;nnotators</source>
        <translation>判定者(&amp;N)</translation>
    </message>
    <message>
        <source>Add label files</source>
        <translation>ラベルファイルを追加</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致度</translation>
    </message>
    <message numerus="yes">
        <source>And %n more remark(s).</source>
        <translation>
            <numerusform>ほかに %Ln 件の注意があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>判定者</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>計算中</translation>
    </message>
    <message>
        <source>Each &amp;file is an annotator of its own</source>
        <translation>ファイルごとに別の判定者とする(&amp;F)</translation>
    </message>
    <message>
        <source>Label files</source>
        <translation>ラベルファイル</translation>
    </message>
    <message>
        <source>Labels have changed since; F5 computes the figures again.</source>
        <translation>その後ラベルが変更されました。F5 で再計算します。</translation>
    </message>
    <message>
        <source>Nobody disagrees about any pair.</source>
        <translation>意見の分かれたペアはありません。</translation>
    </message>
    <message>
        <source>Pairs with different labels</source>
        <translation>ラベルの異なるペア</translation>
    </message>
    <message>
        <source>That pair is not in the list that is open.</source>
        <translation>そのペアは開いているリストにありません。</translation>
    </message>
    <message>
        <source>The model: how likely each label is true, and which errors each annotator makes, estimated in turn (Dawid and Skene 1979).</source>
        <translation>モデルは、各ラベルが正しい確率と各判定者の誤りの傾向とを交互に推定します（Dawid and Skene 1979）。</translation>
    </message>
    <message>
        <source>Two annotators</source>
        <translation>二人の判定者</translation>
    </message>
    <message>
        <source>What the label files say</source>
        <translation>ラベルファイルの集計結果</translation>
    </message>
    <message>
        <source>With 95 % intervals over the pairs. Raw: the same label. κ: Cohen’s kappa, of more than two annotators its mean. α: Krippendorff’s alpha. AC1: Gwet’s, which stays meaningful where nearly all pairs have one label.</source>
        <translation>ペアについての 95 % 区間付き。単純一致：同じラベルの割合。κ：Cohen のカッパ（三人以上ではその平均）。α：Krippendorff のアルファ。AC1：Gwet の係数で、ほとんどのペアが同じラベルでも意味を保ちます。</translation>
    </message>
    <message>
        <source>{first} down, {second} across; pairs that both labelled.</source>
        <translation>行が {first}、列が {second}。二人とも判定したペアの数です。</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Who says what where</source>
        <translation>判定の対応表</translation>
    </message>
</context>
<context>
    <name>HeatModel</name>
    <message>
        <source>{first} says {one}, {second} says {other}: {count}</source>
        <translation>{first} は {one}、{second} は {other}：{count}</translation>
    </message>
</context>
<context>
    <name>SearchController</name>
    <message>
        <source>Looking for pairs</source>
        <translation>ペアの検索</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Reading the articles: {done}</source>
        <translation>記事を読み込んでいます: {done}</translation>
    </message>
    <message>
        <source>Sorting what the articles have: {done} of {total}</source>
        <translation>記事の内容を並べ替えています: {done} / {total}</translation>
    </message>
    <message>
        <source>Taking the articles apart: {done} of {total}</source>
        <translation>記事を分解しています: {done} / {total}</translation>
    </message>
    <message>
        <source>Looking for what they share: {done} of {total}</source>
        <translation>共通する語を探しています: {done} / {total}</translation>
    </message>
    <message>
        <source>Comparing pairs: {done} of {total}</source>
        <translation>ペアを比較しています: {done} / {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) found among {total} articles, the likeliest first.</source>
        <translation>
            <numerusform>{total} 件の記事から %Ln 組のペアが見つかりました。可能性の高い順に並んでいます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more could not be read.</source>
        <translation>
            <numerusform>ほかに %Ln 件を読み込めませんでした。</numerusform>
        </translation>
    </message>
</context>
</TS>
